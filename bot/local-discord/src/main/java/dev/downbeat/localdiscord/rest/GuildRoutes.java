package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.downbeat.localdiscord.rest.RateLimits.Limit;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Member;
import dev.downbeat.localdiscord.world.VoiceState;
import dev.downbeat.localdiscord.world.World;

import io.javalin.config.RoutesConfig;

/** Routes below {@code /guilds}; all of them only read. */
final class GuildRoutes {
    private static final String ROOT = RestApi.ROOT + "/guilds/{guild}";
    private static final Limit READS = new Limit("guild-reads", 50, 1);

    private final RestGate gate;
    private final World world;

    GuildRoutes(RestGate gate, World world) {
        this.gate = gate;
        this.world = world;
    }

    void register(RoutesConfig routes) {
        get(routes, "", c -> Answer.ok(guild(c).json()));
        get(routes, "/channels", c -> Answer.ok(channels(guild(c))));
        get(routes, "/roles", c -> Answer.ok(guild(c).json().path("roles")));
        get(routes, "/members", c -> Answer.ok(members(c)));
        get(routes, "/members/{user}", c -> Answer.ok(member(c, c.id("user")).json()));
        get(routes, "/voice-states/@me", c -> Answer.ok(voice(c, world.bot().id()).json()));
        get(routes, "/voice-states/{user}", c -> Answer.ok(voice(c, c.id("user")).json()));
    }

    private void get(RoutesConfig routes, String path, RestGate.Action action) {
        routes.get(ROOT + path, gate.limited(READS, "guild", action));
    }

    private Guild guild(Call call) {
        return world.guild(call.id("guild"))
                .filter(Guild::isAvailable)
                .orElseThrow(() -> ApiError.unknown(10004, "Guild"));
    }

    private static ArrayNode channels(Guild guild) {
        ArrayNode list = Json.array();
        guild.channels().values().forEach(channel -> list.add(channel.json()));
        return list;
    }

    private ArrayNode members(Call call) {
        ArrayNode list = Json.array();
        long after = call.queryId("after");
        guild(call).members().values().stream()
                .filter(member -> member.user().id() > after)
                .limit(Math.clamp(call.number("limit", 1), 1, 1_000))
                .forEach(member -> list.add(member.json()));
        return list;
    }

    private Member member(Call call, long userId) {
        Member member = guild(call).members().get(userId);
        if (member == null) {
            throw ApiError.unknown(10007, "Member");
        }
        return member;
    }

    private VoiceState voice(Call call, long userId) {
        VoiceState state = guild(call).voice().get(userId);
        if (state == null) {
            throw ApiError.unknown(10065, "Voice State");
        }
        return state;
    }
}
