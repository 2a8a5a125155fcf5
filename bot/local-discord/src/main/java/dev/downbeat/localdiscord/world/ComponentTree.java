package dev.downbeat.localdiscord.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks a message's components, which nest three deep. */
public final class ComponentTree {
    public static final int ACTION_ROW = 1;
    public static final int BUTTON = 2;
    public static final int STRING_SELECT = 3;
    public static final int TEXT_INPUT = 4;
    public static final int CHANNEL_SELECT = 8;
    public static final int SECTION = 9;
    public static final int TEXT_DISPLAY = 10;
    public static final int CONTAINER = 17;
    public static final int LABEL = 18;

    private ComponentTree() {}

    /** All components, parents before children, in reading order. */
    public static List<JsonNode> all(JsonNode components) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode component : components) {
            found.add(component);
            found.addAll(all(component.path("components")));
            for (String single : List.of("accessory", "component")) {
                if (component.has(single)) {
                    found.addAll(all(Json.array().add(component.get(single))));
                }
            }
        }
        return found;
    }

    static List<String> texts(JsonNode components) {
        return all(components).stream()
                .filter(c -> c.path("type").asInt() == TEXT_DISPLAY)
                .map(c -> c.path("content").asText(""))
                .toList();
    }

    /** The button or select with this custom id. */
    public static Optional<JsonNode> withCustomId(JsonNode components, String customId) {
        return all(components).stream()
                .filter(c -> c.path("custom_id").asText("").equals(customId))
                .findFirst();
    }

    /** Gives every component a number, as Discord does when the sender left it out. */
    static ArrayNode numbered(ArrayNode components) {
        ArrayNode copy = components.deepCopy();
        int next = 1;
        for (JsonNode component : all(copy)) {
            if (component instanceof ObjectNode object && object.path("id").asInt(0) <= 0) {
                object.put("id", next);
            }
            next++;
        }
        return copy;
    }
}
