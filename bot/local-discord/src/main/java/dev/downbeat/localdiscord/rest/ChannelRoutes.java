package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.gateway.Gateway;
import dev.downbeat.localdiscord.rest.RateLimits.Limit;
import dev.downbeat.localdiscord.world.Channel;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Message;
import dev.downbeat.localdiscord.world.Permission;
import dev.downbeat.localdiscord.world.World;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

import java.util.ArrayList;
import java.util.List;

/** Routes below {@code /channels}. */
final class ChannelRoutes {
    private static final String ROOT = RestApi.ROOT + "/channels/{channel}";
    private static final Limit READS = new Limit("channel-reads", 50, 1);
    private static final Limit SENDS = new Limit("message-sends", 5, 5);
    private static final Limit EDITS = new Limit("message-edits", 5, 5);
    private static final Limit DELETES = new Limit("message-deletes", 5, 1);
    private static final Limit STATUS = new Limit("voice-status", 5, 10);
    private static final int LONGEST_STATUS = 500;

    private final RestGate gate;
    private final World world;
    private final Gateway gateway;
    private final Messages messages;

    ChannelRoutes(RestGate gate, World world, Gateway gateway, Messages messages) {
        this.gate = gate;
        this.world = world;
        this.gateway = gateway;
        this.messages = messages;
    }

    void register(RoutesConfig routes) {
        routes.get(ROOT, limited(READS, c -> Answer.ok(seen(c).json())));
        routes.get(ROOT + "/messages", limited(READS, c -> Answer.ok(history(c))));
        routes.post(
                ROOT + "/messages",
                limited(
                        SENDS,
                        c ->
                                Answer.ok(
                                        messages.json(
                                                messages.send(
                                                        channel(c), c.body(), c.uploads())))));
        String one = ROOT + "/messages/{message}";
        routes.get(one, limited(READS, c -> Answer.ok(messages.json(message(c)))));
        routes.patch(one, limited(EDITS, this::edit));
        routes.delete(one, limited(DELETES, this::delete));
        routes.post(ROOT + "/typing", limited(READS, c -> typing(c)));
        routes.put(ROOT + "/voice-status", limited(STATUS, this::status));
    }

    private Handler limited(Limit limit, RestGate.Action action) {
        return gate.limited(limit, "channel", action);
    }

    private Channel channel(Call call) {
        return world.channel(call.id("channel"))
                .orElseThrow(() -> ApiError.unknown(10003, "Channel"));
    }

    private Channel seen(Call call) {
        Channel channel = channel(call);
        if (!Permission.VIEW_CHANNEL.in(messages.permissions(channel))) {
            throw ApiError.missingAccess();
        }
        return channel;
    }

    private Message message(Call call) {
        Message message =
                world.message(seen(call).id(), call.id("message"))
                        .orElseThrow(() -> ApiError.unknown(10008, "Message"));
        if (message.onlyFor().isPresent()) {
            throw ApiError.unknown(10008, "Message");
        }
        return message;
    }

    private ArrayNode history(Call call) {
        Channel channel = seen(call);
        if (!Permission.READ_MESSAGE_HISTORY.in(messages.permissions(channel))) {
            return Json.array();
        }
        long before = call.queryId("before");
        long after = call.queryId("after");
        List<Message> found =
                new ArrayList<>(
                        world.messages(channel.id()).values().stream()
                                .filter(message -> message.onlyFor().isEmpty())
                                .filter(message -> before == 0 || message.id() < before)
                                .filter(message -> message.id() > after)
                                .toList());
        int limit = Math.clamp(call.number("limit", 50), 1, 100);
        ArrayNode list = Json.array();
        found.reversed().stream().limit(limit).forEach(m -> list.add(messages.json(m)));
        return list;
    }

    private Answer edit(Call call) {
        Message message = message(call);
        if (message.author().id() != world.bot().id()) {
            throw new ApiError(403, 50005, "Cannot edit a message authored by another user");
        }
        messages.edit(message, "", call.body(), call.uploads());
        return Answer.ok(messages.json(message));
    }

    private Answer delete(Call call) {
        Message message = message(call);
        boolean isOwn = message.author().id() == world.bot().id();
        long bits = messages.permissions(message.channel());
        if (!isOwn && !Permission.MANAGE_MESSAGES.in(bits)) {
            throw ApiError.missingPermissions();
        }
        messages.delete(message);
        return Answer.nothing();
    }

    private Answer typing(Call call) {
        Channel channel = seen(call);
        if (!Permission.SEND_MESSAGES.in(messages.permissions(channel))) {
            throw ApiError.missingPermissions();
        }
        return Answer.nothing();
    }

    private Answer status(Call call) {
        Channel channel = seen(call);
        long bits = messages.permissions(channel);
        Guild guild = world.guilds().get(channel.guildId());
        boolean isInside =
                guild != null
                        && guild.in(channel.id()).stream()
                                .anyMatch(state -> state.userId() == world.bot().id());
        if (!Permission.SET_VOICE_CHANNEL_STATUS.in(bits)
                || (!isInside && !Permission.MANAGE_CHANNELS.in(bits))) {
            throw ApiError.missingPermissions();
        }
        FormErrors errors = new FormErrors();
        errors.length("status", call.body().path("status"), 0, LONGEST_STATUS);
        errors.throwIfAny();
        channel.setStatus(call.body().path("status").asText(""));
        ObjectNode d = Json.object();
        d.put("id", Long.toString(channel.id()));
        d.put("guild_id", Long.toString(channel.guildId()));
        d.put("status", channel.status());
        gateway.dispatch(channel.guildId(), 0, "VOICE_CHANNEL_STATUS_UPDATE", d);
        messages.noteChannel(channel);
        return Answer.nothing();
    }
}
