package dev.downbeat.protocol;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What stands where a message leaves a value out. */
final class Words {
    private Words() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static <T> List<T> orNone(@Nullable List<T> items) {
        return items == null ? List.of() : List.copyOf(items);
    }

    /** Cuts text to a length in characters, never through a surrogate pair. */
    static String cut(@Nullable String text, int length) {
        if (text == null || text.length() <= length) {
            return orEmpty(text);
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
