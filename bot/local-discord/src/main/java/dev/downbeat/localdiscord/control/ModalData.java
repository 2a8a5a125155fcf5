package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.ComponentTree;
import dev.downbeat.localdiscord.world.Json;

import java.util.Map;

/** A filled-in modal, in the shape the bot showed it in. */
final class ModalData {
    private ModalData() {}

    static ObjectNode of(JsonNode modal, Map<String, String> fields) {
        ObjectNode data = Json.object();
        data.put("custom_id", modal.path("custom_id").asText());
        ArrayNode components = data.putArray("components");
        for (JsonNode part : modal.path("components")) {
            ObjectNode filled = components.addObject();
            filled.put("type", part.path("type").asInt());
            filled.put("id", components.size());
            if (part.path("type").asInt() == ComponentTree.LABEL) {
                filled.set("component", field(part.path("component"), fields));
            } else if (part.path("type").asInt() == ComponentTree.ACTION_ROW) {
                filled.putArray("components").add(field(part.path("components").path(0), fields));
            }
        }
        return data;
    }

    private static ObjectNode field(JsonNode field, Map<String, String> fields) {
        String customId = field.path("custom_id").asText();
        String value = fields.getOrDefault(customId, field.path("value").asText(""));
        if (value.isEmpty() && field.path("required").asBoolean(true)) {
            throw CommandData.refuse("The field " + customId + " is required");
        }
        if (value.length() > field.path("max_length").asInt(4_000)) {
            throw CommandData.refuse("The field " + customId + " is too long");
        }
        ObjectNode json = Json.object();
        json.put("type", field.path("type").asInt());
        json.put("id", 100);
        json.put("custom_id", customId);
        if (field.path("type").asInt() == ComponentTree.TEXT_INPUT) {
            json.put("value", value);
        } else {
            ArrayNode values = json.putArray("values");
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return json;
    }
}
