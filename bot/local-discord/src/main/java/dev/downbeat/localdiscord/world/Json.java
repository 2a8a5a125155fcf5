package dev.downbeat.localdiscord.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** JSON as trees, the form in which Discord's words pass through here. */
public final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The tree, or empty when the text is not one JSON value. */
    public static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    public static String text(JsonNode tree) {
        return tree.toString();
    }

    /** An id that may come as a string or as a number; 0 when there is none. */
    public static long id(JsonNode node) {
        if (node.isNumber()) {
            return node.asLong();
        }
        try {
            return node.isTextual() ? Long.parseUnsignedLong(node.asText()) : 0;
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    public static ArrayNode arrayAt(JsonNode node, String field) {
        return node.path(field) instanceof ArrayNode found ? found : array();
    }
}
