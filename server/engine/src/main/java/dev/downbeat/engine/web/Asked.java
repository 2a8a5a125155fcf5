package dev.downbeat.engine.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a field of a body may hold: checked by {@link Asking}, and told by {@code /openapi.json}. An
 * empty text counts as left out.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Asked {
    /** Whether it must be there. */
    boolean needed() default false;

    /** The words that a text may be; any when empty. */
    String[] words() default {};

    /** In characters, once what cannot be seen is taken out. */
    int longest() default Integer.MAX_VALUE;

    long least() default Long.MIN_VALUE;

    long most() default Long.MAX_VALUE;
}
