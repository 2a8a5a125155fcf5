package dev.downbeat.localdiscord.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A guild: its roles, channels, members and who is in voice. Guarded by the world. */
public final class Guild {
    private final long id;
    private final String name;
    private final long ownerId;
    private final String createdAt;
    private final Map<Long, Role> roles = new LinkedHashMap<>();
    private final Map<Long, Channel> channels = new LinkedHashMap<>();
    private final Map<Long, Member> members = new LinkedHashMap<>();
    private final Map<Long, VoiceState> voice = new LinkedHashMap<>();
    private boolean available = true;

    public Guild(long id, String name, long ownerId, String createdAt) {
        this.id = id;
        this.name = name;
        this.ownerId = ownerId;
        this.createdAt = createdAt;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public long ownerId() {
        return ownerId;
    }

    public String createdAt() {
        return createdAt;
    }

    public Map<Long, Role> roles() {
        return roles;
    }

    public Map<Long, Channel> channels() {
        return channels;
    }

    public Map<Long, Member> members() {
        return members;
    }

    /** Voice states by user. */
    public Map<Long, VoiceState> voice() {
        return voice;
    }

    /** False during an outage of this guild. */
    public boolean isAvailable() {
        return available;
    }

    public void breakDown() {
        available = false;
    }

    public void recover() {
        available = true;
    }

    public Optional<Channel> channelNamed(String channel) {
        return channels.values().stream().filter(c -> c.name().equals(channel)).findFirst();
    }

    public List<VoiceState> in(long channelId) {
        return voice.values().stream().filter(state -> state.channelId() == channelId).toList();
    }

    /** What the user may do in the channel, by Discord's order of roles and overwrites. */
    public long permissions(long userId, Channel channel) {
        Member member = members.get(userId);
        if (member == null) {
            return 0;
        }
        long bits = permissions(member);
        if (Permission.ADMINISTRATOR.in(bits)) {
            return Permission.ALL;
        }
        bits = apply(bits, channel.overwrites().get(id));
        long allow = 0;
        long deny = 0;
        for (long role : member.roles()) {
            Overwrite overwrite = channel.overwrites().get(role);
            allow |= overwrite == null ? 0 : overwrite.allow();
            deny |= overwrite == null ? 0 : overwrite.deny();
        }
        bits = (bits & ~deny) | allow;
        bits = apply(bits, channel.overwrites().get(userId));
        return Permission.VIEW_CHANNEL.in(bits) ? bits : 0;
    }

    /** What the member may do where no channel says otherwise. */
    public long permissions(Member member) {
        if (member.user().id() == ownerId) {
            return Permission.ALL;
        }
        Role everyone = roles.get(id);
        long bits = everyone == null ? 0 : everyone.permissions();
        for (long role : member.roles()) {
            Role held = roles.get(role);
            bits |= held == null ? 0 : held.permissions();
        }
        return Permission.ADMINISTRATOR.in(bits) ? Permission.ALL : bits;
    }

    private static long apply(long bits, @Nullable Overwrite overwrite) {
        return overwrite == null ? bits : (bits & ~overwrite.deny()) | overwrite.allow();
    }

    /** The guild as GUILD_CREATE and {@code GET /guilds/{id}} show it, without the members. */
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", Long.toString(id));
        json.put("name", name);
        json.put("owner_id", Long.toString(ownerId));
        json.putNull("icon");
        json.put("preferred_locale", "en-US");
        json.put("verification_level", 0);
        json.put("default_message_notifications", 1);
        json.put("explicit_content_filter", 0);
        json.put("mfa_level", 0);
        json.put("nsfw_level", 0);
        json.put("premium_tier", 0);
        json.put("afk_timeout", 300);
        json.put("system_channel_flags", 0);
        json.put("member_count", members.size());
        for (String empty : List.of("features", "emojis", "stickers")) {
            json.putArray(empty);
        }
        ArrayNode list = json.putArray("roles");
        roles.values().forEach(role -> list.add(role.json()));
        return json;
    }
}
