package dev.downbeat.companion.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings on disk: one JSON object, replaced as a whole; keys that this version does not know
 * stay. Each key can be overridden by {@code DOWNBEAT_COMPANION_} + its name in capitals.
 */
public final class SettingsFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "DOWNBEAT_COMPANION_";

    private final Path file;
    private final Map<String, String> environment;

    public SettingsFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = Map.copyOf(environment);
    }

    public Path path() {
        return file;
    }

    /**
     * @throws IOException when the file cannot be read or is no JSON object; it names the file
     */
    public Settings read() throws IOException {
        ObjectNode tree = tree();
        return new Settings(
                text(tree, "server"),
                list(tree, "players"),
                text(tree, "pinned_player"),
                isOn(tree, "uploads"),
                list(tree, "folders"),
                text(tree, "language"));
    }

    /** Adds to the list {@code key}, or takes from it; the rest of the file stays as it is. */
    public void put(String key, String value, Membership membership) throws IOException {
        ObjectNode tree = tree();
        Set<String> values = new LinkedHashSet<>(inFile(tree, key));
        boolean _ =
                switch (membership) {
                    case IN -> values.add(value);
                    case OUT -> values.remove(value);
                };
        ArrayNode array = tree.putArray(key);
        values.forEach(array::add);
        write(tree);
    }

    /** Whether a value belongs to a list. */
    public enum Membership {
        IN,
        OUT
    }

    public void put(String key, boolean value) throws IOException {
        ObjectNode tree = tree();
        tree.put(key, value);
        write(tree);
    }

    private void write(ObjectNode tree) throws IOException {
        AtomicFile.write(file, tree.toPrettyString() + "\n");
    }

    private ObjectNode tree() throws IOException {
        try {
            JsonNode tree = JSON.readTree(Files.readString(file));
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new IOException(file + ": not a JSON object");
        } catch (NoSuchFileException _) {
            return JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file + ": line " + e.getLocation().getLineNr() + " is not JSON", e);
        }
    }

    private String override(String key) {
        return environment.getOrDefault(PREFIX + key.toUpperCase(java.util.Locale.ROOT), "");
    }

    private String text(ObjectNode tree, String key) {
        String told = override(key);
        return told.isBlank() ? tree.path(key).asText("") : told;
    }

    private boolean isOn(ObjectNode tree, String key) {
        String told = override(key);
        return told.isBlank() ? tree.path(key).asBoolean(false) : Boolean.parseBoolean(told);
    }

    private List<String> list(ObjectNode tree, String key) {
        String told = override(key);
        List<String> all =
                told.isBlank()
                        ? inFile(tree, key)
                        : List.of(told.split(java.util.regex.Pattern.quote(File.pathSeparator)));
        // An empty folder would be the one that the program was started in.
        return all.stream().filter(value -> !value.isBlank()).toList();
    }

    private static List<String> inFile(ObjectNode tree, String key) {
        List<String> values = new ArrayList<>();
        tree.path(key).forEach(value -> values.add(value.asText()));
        return values;
    }
}
