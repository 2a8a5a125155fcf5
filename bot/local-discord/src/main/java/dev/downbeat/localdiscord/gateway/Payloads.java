package dev.downbeat.localdiscord.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Channel;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Intents;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Member;
import dev.downbeat.localdiscord.world.VoiceState;
import dev.downbeat.localdiscord.world.World;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What the gateway says, in Discord's words. The caller holds the world. */
public final class Payloads {
    private Payloads() {}

    static ObjectNode envelope(int op, @Nullable JsonNode d) {
        ObjectNode json = Json.object();
        json.put("op", op);
        json.set("d", d);
        json.putNull("s");
        json.putNull("t");
        return json;
    }

    static ObjectNode dispatch(String type, int sequence, JsonNode d) {
        ObjectNode json = Json.object();
        json.put("op", 0);
        json.set("d", d);
        json.put("s", sequence);
        json.put("t", type);
        return json;
    }

    static ObjectNode ready(World world, GatewaySession session, String resumeUrl) {
        ObjectNode d = Json.object();
        d.put("v", 10);
        ObjectNode user = world.bot().json();
        user.put("verified", true);
        user.put("mfa_enabled", false);
        d.set("user", user);
        ArrayNode guilds = d.putArray("guilds");
        for (Guild guild : world.guilds().values()) {
            if (session.serves(guild.id())) {
                guilds.addObject().put("id", Long.toString(guild.id())).put("unavailable", true);
            }
        }
        d.put("session_id", session.id());
        d.put("session_type", "normal");
        d.put("resume_gateway_url", resumeUrl);
        d.putArray("shard").add(session.shard()).add(session.shards());
        d.putObject("application").put("id", Long.toString(world.bot().id())).put("flags", 0);
        d.putArray("private_channels");
        d.putArray("relationships");
        d.putObject("user_settings");
        return d;
    }

    /** Without the members intent: only the bot and whoever is in voice. */
    static ObjectNode guildCreate(World world, Guild guild, long intents) {
        ObjectNode d = guild.json();
        d.put("joined_at", guild.createdAt());
        d.put("large", false);
        d.put("unavailable", false);
        ArrayNode channels = d.putArray("channels");
        guild.channels().values().forEach(channel -> channels.add(channel.json()));
        for (String empty :
                List.of(
                        "threads",
                        "guild_scheduled_events",
                        "presences",
                        "stage_instances",
                        "soundboard_sounds")) {
            d.putArray(empty);
        }
        ArrayNode members = d.putArray("members");
        for (Member member : guild.members().values()) {
            long id = member.user().id();
            boolean isKnown = id == world.bot().id() || guild.voice().containsKey(id);
            if (isKnown || (intents & Intents.GUILD_MEMBERS) != 0) {
                members.add(member.json());
            }
        }
        ArrayNode states = d.putArray("voice_states");
        for (VoiceState state : guild.voice().values()) {
            ObjectNode json = state.json();
            json.remove("guild_id");
            states.add(json);
        }
        return d;
    }

    static ObjectNode voiceState(Guild guild, VoiceState state) {
        ObjectNode d = state.json();
        Member member = guild.members().get(state.userId());
        if (member != null) {
            d.set("member", member.json());
        }
        return d;
    }

    static ObjectNode voiceServer(long guildId, String token, @Nullable String endpoint) {
        ObjectNode d = Json.object();
        d.put("token", token);
        d.put("guild_id", Long.toString(guildId));
        d.put("endpoint", endpoint);
        return d;
    }

    /** A member as an interaction carries it: with what he may do in the channel. */
    public static ObjectNode memberIn(Guild guild, Member member, Channel channel) {
        ObjectNode json = member.json();
        json.put("permissions", Long.toString(guild.permissions(member.user().id(), channel)));
        return json;
    }
}
