package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Json;

/**
 * Collects what is wrong with a body and where, and refuses it with 50035 "Invalid Form Body" in
 * Discord's nested shape.
 */
final class FormErrors {
    private final ObjectNode root = Json.object();

    /** {@code path} is dotted, such as {@code data.components.0.label}. */
    void add(String path, String code, String message) {
        ObjectNode at = root;
        for (String part : path.split("\\.", -1)) {
            at = at.path(part) instanceof ObjectNode child ? child : at.putObject(part);
        }
        at.withArray("_errors").addObject().put("code", code).put("message", message);
    }

    void required(String path) {
        add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    void choice(String path, String allowed) {
        add(path, "BASE_TYPE_CHOICES", "Value must be one of " + allowed + ".");
    }

    /** Checks the text's length in characters as Discord counts them: code points. */
    void length(String path, JsonNode text, int least, int most) {
        if (text.isMissingNode() || text.isNull()) {
            if (least > 0) {
                required(path);
            }
            return;
        }
        if (!text.isTextual()) {
            add(path, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
            return;
        }
        String value = text.asText();
        int length = value.codePointCount(0, value.length());
        if (length > most) {
            add(path, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
        } else if (length < least) {
            add(
                    path,
                    "BASE_TYPE_BAD_LENGTH",
                    "Must be between " + least + " and " + most + " in length.");
        }
    }

    void count(String path, JsonNode list, int least, int most) {
        if (list.size() < least || list.size() > most) {
            add(
                    path,
                    "BASE_TYPE_BAD_LENGTH",
                    "Must be between " + least + " and " + most + " in length.");
        }
    }

    boolean isEmpty() {
        return root.isEmpty();
    }

    void throwIfAny() {
        if (!root.isEmpty()) {
            throw new ApiError(400, 50035, "Invalid Form Body", root);
        }
    }
}
