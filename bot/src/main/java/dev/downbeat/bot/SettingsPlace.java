package dev.downbeat.bot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the settings are read from.
 *
 * @param file absolute
 * @param isNamed somebody named it, so it must be there
 */
record SettingsPlace(Path file, boolean isNamed) {
    /** Names another file; {@code --config} wins. */
    static final String VARIABLE = "DOWNBEAT_CONFIG";

    /** Where the launcher says that the program lies. */
    static final String HOME = "downbeat.home";

    /** The file that was asked for, else by {@link #VARIABLE}, else the one beside the program. */
    static SettingsPlace of(Optional<Path> asked, Map<String, String> environment) {
        return asked.or(() -> named(environment))
                .map(file -> new SettingsPlace(absolute(file), true))
                .orElseGet(() -> new SettingsPlace(absolute(usual()), false));
    }

    private static Optional<Path> named(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Path::of);
    }

    private static Path usual() {
        return Path.of(System.getProperty(HOME, "."), "config", "downbeat.toml");
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** Whether there is something to read, or must be. */
    boolean isInUse() {
        return isNamed || Files.exists(file);
    }

    /** For people. */
    String words() {
        if (Files.exists(file)) {
            return "settings file: " + file;
        }
        return isNamed
                ? "settings file: " + file + ", which is not there"
                : "no settings file; one would be looked for at " + file;
    }
}
