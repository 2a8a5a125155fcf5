package dev.downbeat.bot;

import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the settings' file: TOML, tables one level deep. */
final class SettingsFile {
    private SettingsFile() {}

    /** What the file says, if there is one, and the environment. */
    static Settings load(SettingsPlace place, Map<String, String> environment) {
        return Settings.read(place.isInUse() ? read(place.file()) : Map.of(), environment);
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
