package dev.downbeat.engine.web;

import dev.downbeat.engine.PlainText;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares what came with what is {@link Asked}. */
final class Asking {
    private Asking() {}

    /** Throws a fault that names every field that is wrong, and what it may be. */
    static <T> T checked(T body) {
        List<String> wrong = new ArrayList<>();
        for (RecordComponent field : fields(body)) {
            Asked asked = field.getAnnotation(Asked.class);
            if (asked != null) {
                fault(asked, value(field, body))
                        .ifPresent(it -> wrong.add(name(field) + " " + it + "."));
            }
        }
        if (!wrong.isEmpty()) {
            throw WebFault.of(Fault.BAD_REQUEST, String.join(" ", wrong));
        }
        return body;
    }

    private static List<RecordComponent> fields(Object body) {
        RecordComponent[] components = body.getClass().getRecordComponents();
        return components == null ? List.of() : List.of(components);
    }

    private static @Nullable Object value(RecordComponent field, Object body) {
        try {
            field.getAccessor().setAccessible(true);
            return field.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a field that cannot be read", e);
        }
    }

    private static Optional<String> fault(Asked asked, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return asked.needed() ? Optional.of("is needed: " + range(asked)) : Optional.empty();
        }
        return fits(asked, value) ? Optional.empty() : Optional.of("is " + range(asked));
    }

    private static boolean fits(Asked asked, Object value) {
        return switch (value) {
            case String text -> fits(asked, text);
            case Number number ->
                    number.longValue() >= asked.least() && number.longValue() <= asked.most();
            default -> true;
        };
    }

    private static boolean fits(Asked asked, String text) {
        List<String> words = List.of(asked.words());
        return (words.isEmpty() || words.contains(text))
                && PlainText.of(text).strip().length() <= asked.longest();
    }

    /** In words. */
    private static String range(Asked asked) {
        if (asked.words().length > 0) {
            return "one of " + String.join(", ", asked.words());
        }
        if (asked.longest() < Integer.MAX_VALUE) {
            return (asked.needed() ? "1" : "0") + " to " + asked.longest() + " characters";
        }
        return range(asked.least(), asked.most());
    }

    static String range(long least, long most) {
        if (least == Long.MIN_VALUE) {
            return "a number";
        }
        return most >= Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
    }

    /** As it is called in JSON. */
    static String name(RecordComponent field) {
        return field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
