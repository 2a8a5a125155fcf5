package dev.downbeat.bot;

import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds and reads the settings' file: TOML, tables one level deep. */
final class SettingsFile {
    /** Where the launcher says that the program lies. */
    static final String HOME = "downbeat.home";

    private SettingsFile() {}

    /**
     * The file that was asked for, else by {@code DOWNBEAT_CONFIG}, else the one beside the
     * program, if there is one.
     */
    static Settings load(Optional<Path> asked, Map<String, String> environment) {
        Optional<Path> named =
                asked.or(() ->
                        Optional.ofNullable(environment.get("DOWNBEAT_CONFIG"))
                                .filter(name -> !name.isBlank())
                                .map(Path::of));
        Path usual = Path.of(System.getProperty(HOME, "."), "config", "downbeat.toml");
        Map<String, Object> values =
                named.map(SettingsFile::read)
                        .orElseGet(() -> Files.exists(usual) ? read(usual) : Map.of());
        return Settings.read(values, environment);
    }

    /** Keys as {@code table.key}; lists as {@link List}. */
    static Map<String, Object> read(Path file) {
        TomlParseResult toml = parse(file);
        if (toml.hasErrors()) {
            throw new BadSettings(
                    toml.errors().stream().map(error -> describe(file, error)).toList());
        }
        Map<String, Object> values = new TreeMap<>();
        for (Map.Entry<String, Object> entry : toml.dottedEntrySet()) {
            Object value = entry.getValue();
            values.put(entry.getKey(), value instanceof TomlArray list ? list.toList() : value);
        }
        return values;
    }

    private static TomlParseResult parse(Path file) {
        try {
            return Toml.parse(file);
        } catch (IOException _) {
            throw new BadSettings(List.of(file + " cannot be read; is it there?"));
        }
    }

    private static String describe(Path file, TomlParseError error) {
        return file + ", line " + error.position().line() + ": " + error.getMessage();
    }
}
