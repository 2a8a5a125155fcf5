package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Changes;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.World;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands the bot registered, global ones under guild 0. The caller holds the world. */
public final class Commands {
    private final World world;
    private final Changes changes;
    private final Map<Long, LinkedHashMap<String, ObjectNode>> byGuild = new HashMap<>();

    public Commands(World world, Changes changes) {
        this.world = world;
        this.changes = changes;
    }

    private static String key(JsonNode command) {
        return command.path("type").asInt(CommandRules.CHAT_INPUT)
                + "/"
                + command.path("name").asText();
    }

    private Map<String, ObjectNode> of(long guildId) {
        return byGuild.computeIfAbsent(guildId, _ -> new LinkedHashMap<>());
    }

    /** Replaces all; a command that keeps its name keeps its id. */
    ArrayNode replace(long guildId, JsonNode bodies) {
        CommandRules.checkAll(bodies);
        Map<String, ObjectNode> former = Map.copyOf(of(guildId));
        of(guildId).clear();
        for (JsonNode body : bodies) {
            put(guildId, body, former.get(key(body)));
        }
        told();
        return list(guildId);
    }

    ObjectNode add(long guildId, JsonNode body) {
        CommandRules.check(body);
        ObjectNode made = put(guildId, body, of(guildId).get(key(body)));
        told();
        return made;
    }

    private ObjectNode put(long guildId, JsonNode body, @Nullable ObjectNode former) {
        ObjectNode command = body.deepCopy();
        String id = former == null ? Long.toString(world.newId()) : former.path("id").asText();
        command.put("id", id);
        command.put("application_id", Long.toString(world.bot().id()));
        command.put("version", Long.toString(world.newId()));
        command.put("type", body.path("type").asInt(CommandRules.CHAT_INPUT));
        if (guildId != 0) {
            command.put("guild_id", Long.toString(guildId));
        }
        if (!command.has("default_member_permissions")) {
            command.putNull("default_member_permissions");
        }
        of(guildId).put(key(command), command);
        return command;
    }

    ObjectNode edit(long guildId, long id, JsonNode body) {
        ObjectNode former = get(guildId, id);
        ObjectNode merged = former.deepCopy();
        merged.setAll((ObjectNode) body);
        CommandRules.check(merged);
        of(guildId).remove(key(former));
        ObjectNode made = put(guildId, merged, former);
        told();
        return made;
    }

    void delete(long guildId, long id) {
        of(guildId).remove(key(get(guildId, id)));
        told();
    }

    ObjectNode get(long guildId, long id) {
        return of(guildId).values().stream()
                .filter(command -> Json.id(command.path("id")) == id)
                .findFirst()
                .orElseThrow(() -> ApiError.unknown(10063, "application command"));
    }

    ArrayNode list(long guildId) {
        ArrayNode list = Json.array();
        of(guildId).values().forEach(list::add);
        return list;
    }

    private void told() {
        changes.tell("commands", Json.object());
    }

    /** What people of a guild can run: its own commands and the global ones. */
    public List<ObjectNode> visibleIn(long guildId) {
        Map<String, ObjectNode> all = new LinkedHashMap<>(of(0));
        all.putAll(of(guildId));
        return new ArrayList<>(all.values());
    }

    public Optional<ObjectNode> slashCommand(long guildId, String name) {
        return visibleIn(guildId).stream()
                .filter(c -> c.path("type").asInt() == CommandRules.CHAT_INPUT)
                .filter(c -> c.path("name").asText().equals(name))
                .findFirst();
    }
}
