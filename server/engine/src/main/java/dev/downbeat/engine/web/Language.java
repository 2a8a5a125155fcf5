package dev.downbeat.engine.web;

import java.util.List;
import java.util.Locale;

/** What people are spoken to in. */
public enum Language {
    ENGLISH,
    RUSSIAN;

    /** By an {@code Accept-Language} header; English where it names neither. */
    public static Language of(String accepted) {
        try {
            List<Locale.LanguageRange> ranges =
                    Locale.LanguageRange.parse(accepted.isBlank() ? "en" : accepted);
            String best = Locale.lookupTag(ranges, List.of("en", "ru"));
            return "ru".equals(best) ? RUSSIAN : ENGLISH;
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }
}
