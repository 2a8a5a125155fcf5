package dev.downbeat.companion.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The language that the user set, also where the system has no data of that locale and Java
 * therefore takes it for none.
 */
public final class SystemLanguage {
    /** The first of them that says something decides, as POSIX has it. */
    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    private SystemLanguage() {}

    /**
     * @param environment the process's environment variables
     * @param otherwise where none of them says anything
     */
    public static Locale of(Map<String, String> environment, Locale otherwise) {
        return VARIABLES.stream()
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(SystemLanguage::named)
                .orElse(otherwise);
    }

    /** Of {@code ru_RU.UTF-8@x} the {@code ru}; {@code C} and {@code POSIX} are no language. */
    private static Locale named(String value) {
        String language = value.strip().replaceFirst("[_.@].*$", "").toLowerCase(Locale.ROOT);
        return language.matches("[a-z]{2,3}") ? Locale.of(language) : Locale.ROOT;
    }
}
