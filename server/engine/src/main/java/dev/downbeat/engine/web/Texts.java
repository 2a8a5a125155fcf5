package dev.downbeat.engine.web;

import org.jspecify.annotations.Nullable;

/** What stands where a request leaves text out. */
final class Texts {
    private Texts() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
