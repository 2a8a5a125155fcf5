package dev.downbeat.localdiscord.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/** A channel of a guild, or a direct one between the bot and a person. Guarded by the world. */
public final class Channel {
    /** What a channel is for. */
    public enum Kind {
        TEXT(0),
        DIRECT(1),
        VOICE(2);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    private final long id;
    private final long guildId;
    private final Kind kind;
    private final String name;
    private final int position;
    private final Map<Long, Overwrite> overwrites = new LinkedHashMap<>();
    private String status = "";
    private int userLimit;

    /** A direct channel has guild 0 and, as position, nothing. */
    public Channel(long id, long guildId, Kind kind, String name, int position) {
        this.id = id;
        this.guildId = guildId;
        this.kind = kind;
        this.name = name;
        this.position = position;
    }

    public long id() {
        return id;
    }

    public long guildId() {
        return guildId;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public Map<Long, Overwrite> overwrites() {
        return overwrites;
    }

    /** The line under a voice channel's name. */
    public String status() {
        return status;
    }

    public void setStatus(String text) {
        status = text;
    }

    /** How many may be inside; 0 is no limit. */
    public int userLimit() {
        return userLimit;
    }

    public void setUserLimit(int people) {
        userLimit = people;
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", Long.toString(id));
        json.put("type", kind.number());
        json.put("name", name);
        json.put("position", position);
        json.put("flags", 0);
        json.putNull("parent_id");
        json.put("nsfw", false);
        if (guildId != 0) {
            json.put("guild_id", Long.toString(guildId));
        }
        ArrayNode list = json.putArray("permission_overwrites");
        overwrites.values().forEach(overwrite -> list.add(overwrite.json()));
        if (kind == Kind.VOICE) {
            json.put("bitrate", 96_000);
            json.put("user_limit", userLimit);
            json.put("rate_limit_per_user", 0);
        }
        return json;
    }
}
