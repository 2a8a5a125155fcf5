package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.JsonNode;

import dev.downbeat.localdiscord.world.Json;

import io.javalin.http.Context;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One request of the control interface; people, guilds and channels may be named or numbered. */
record Request(Control control, Context http, JsonNode body) {
    static Request of(Control control, Context http) {
        String text = http.body();
        if (text.isBlank()) {
            return new Request(control, http, Json.object());
        }
        return new Request(
                control,
                http,
                Json.parse(text)
                        .filter(JsonNode::isObject)
                        .orElseThrow(() -> CommandData.refuse("The body must be a JSON object")));
    }

    long user() {
        return user(http.pathParam("user"));
    }

    private long user(String text) {
        return isNumber(text) ? Long.parseLong(text) : control.userId(text);
    }

    long guild() {
        return guild(http.pathParam("guild"));
    }

    /** The guild the body names; a world with one guild needs no name. */
    long guildInBody() {
        JsonNode named = body.path("guild");
        return named.isMissingNode() ? control.guildId() : guild(named.asText());
    }

    private long guild(String text) {
        return isNumber(text) ? Long.parseLong(text) : control.guildNamed(text);
    }

    long channelInPath() {
        return channel(http.pathParam("channel"));
    }

    long channelInBody() {
        return channel(text("channel"));
    }

    private long channel(String text) {
        return isNumber(text) ? Long.parseLong(text) : control.channelId(guildInBody(), text);
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,19}");
    }

    long id(String field) {
        long id = Json.id(body.path(field));
        if (id == 0) {
            throw CommandData.refuse("The field " + field + " must be an id");
        }
        return id;
    }

    String text(String field) {
        JsonNode value = body.path(field);
        if (!value.isValueNode() || value.isNull()) {
            throw CommandData.refuse("The field " + field + " is missing");
        }
        return value.asText();
    }

    String text(String field, String otherwise) {
        return body.path(field).asText(otherwise);
    }

    int number(String field, int otherwise) {
        return body.path(field).asInt(otherwise);
    }

    boolean truth(String field) {
        return body.path(field).asBoolean(false);
    }

    Duration millis(String field, long otherwise) {
        return Duration.ofMillis(body.path(field).asLong(otherwise));
    }

    Map<String, String> texts(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        body.path(field).forEachEntry((name, value) -> texts.put(name, value.asText()));
        return texts;
    }

    List<String> list(String field) {
        return body.path(field).valueStream().map(JsonNode::asText).toList();
    }

    long query(String name, long otherwise) {
        String value = http.queryParam(name);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException _) {
            throw CommandData.refuse("The parameter " + name + " must be a whole number");
        }
    }

    /** How long the caller wants to wait, at most a minute; none is not at all. */
    Duration patience() {
        return Duration.ofMillis(Math.clamp(query("wait", 0), 0, 60_000));
    }
}
