package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.gateway.Gateway;
import dev.downbeat.localdiscord.world.Changes;
import dev.downbeat.localdiscord.world.Channel;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Intents;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Member;
import dev.downbeat.localdiscord.world.Message;
import dev.downbeat.localdiscord.world.Permission;
import dev.downbeat.localdiscord.world.Pings;
import dev.downbeat.localdiscord.world.User;
import dev.downbeat.localdiscord.world.World;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalLong;

/** Writes, changes and deletes messages and tells everyone. The caller holds the world. */
public final class Messages {
    private final World world;
    private final Gateway gateway;
    private final Changes changes;
    private final Attachments attachments;

    public Messages(World world, Gateway gateway, Changes changes, Attachments attachments) {
        this.world = world;
        this.gateway = gateway;
        this.changes = changes;
        this.attachments = attachments;
    }

    /** The bot sends to a channel on its own account: needs View Channel and Send Messages. */
    Message send(Channel channel, JsonNode body, List<Upload> uploads) {
        requireToSend(channel);
        Message message = blank(channel, OptionalLong.empty(), null);
        long repliedTo = Json.id(body.path("message_reference").path("message_id"));
        boolean isLost = repliedTo != 0 && world.message(channel.id(), repliedTo).isEmpty();
        if (isLost && body.path("message_reference").path("fail_if_not_exists").asBoolean(true)) {
            FormErrors errors = new FormErrors();
            errors.add("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
            errors.throwIfAny();
        }
        message.setReplyTo(isLost ? 0 : repliedTo);
        fill(message, "", body, uploads);
        publish(message);
        return message;
    }

    private void requireToSend(Channel channel) {
        long bits = permissions(channel);
        if (!Permission.VIEW_CHANNEL.in(bits)) {
            throw ApiError.missingAccess();
        }
        if (!Permission.SEND_MESSAGES.in(bits)) {
            throw ApiError.missingPermissions();
        }
    }

    long permissions(Channel channel) {
        Guild guild = world.guilds().get(channel.guildId());
        return guild == null ? Permission.ALL : guild.permissions(world.bot().id(), channel);
    }

    Message blank(Channel channel, OptionalLong onlyFor, @Nullable ObjectNode interaction) {
        return new Message(
                world.newId(), channel, world.bot(), world.wallTime(), onlyFor, interaction);
    }

    /** Checks a new message's body and puts it in; {@code path} is empty or {@code data.}. */
    void fill(Message message, String path, JsonNode body, List<Upload> uploads) {
        MessageRules.checkNew(
                path, body, uploads.isEmpty() ? MessageRules.Files.NONE : MessageRules.Files.SOME);
        int kept = message.flags() & Message.EPHEMERAL;
        message.setFlags(body.path("flags").asInt(0) | kept);
        take(message, body, uploads);
    }

    private void take(Message message, JsonNode body, List<Upload> uploads) {
        message.take(body);
        message.setPings(
                Pings.of(
                        message.pingingText(),
                        body.path("allowed_mentions"),
                        mayCallEveryone(message.channel())));
        if (!uploads.isEmpty()) {
            message.setAttachments(attachments.keep(uploads, world::newId));
        }
    }

    private Pings.Reach mayCallEveryone(Channel channel) {
        return Permission.MENTION_EVERYONE.in(permissions(channel))
                ? Pings.Reach.EVERYONE
                : Pings.Reach.NAMED_ONLY;
    }

    /** Puts a new message where people see it. */
    void publish(Message message) {
        world.add(message);
        if (message.onlyFor().isEmpty()) {
            event("MESSAGE_CREATE", message);
        }
        told(message);
    }

    /** Changes a message; an edit never pings anybody who was not pinged before. */
    void edit(Message message, String path, JsonNode body, List<Upload> uploads) {
        MessageRules.checkEdit(path, body, message);
        Pings before = message.pings();
        boolean wasLoading = message.has(Message.LOADING);
        int added = body.path("flags").asInt(0) & Message.COMPONENTS_V2;
        message.setFlags((message.flags() & ~Message.LOADING) | added);
        take(message, body, uploads);
        if (!wasLoading) {
            message.setPings(before);
            message.edited(world.wallTime());
        }
        if (message.onlyFor().isEmpty()) {
            event("MESSAGE_UPDATE", message);
        }
        told(message);
    }

    void delete(Message message) {
        Channel channel = message.channel();
        if (world.messages(channel.id()).remove(message.id()) == null) {
            throw ApiError.unknown(10008, "Message");
        }
        ObjectNode d = Json.object();
        d.put("id", Long.toString(message.id()));
        d.put("channel_id", Long.toString(channel.id()));
        if (channel.guildId() != 0) {
            d.put("guild_id", Long.toString(channel.guildId()));
        }
        if (message.onlyFor().isEmpty()) {
            gateway.dispatch(channel.guildId(), intents(channel), "MESSAGE_DELETE", d);
        }
        changes.tell("message_delete", d);
    }

    /** A person writes a plain message. */
    public Message write(User author, Channel channel, String content) {
        Message message =
                new Message(
                        world.newId(),
                        channel,
                        author,
                        world.wallTime(),
                        OptionalLong.empty(),
                        null);
        message.take(Json.object().put("content", content));
        publish(message);
        return message;
    }

    private void event(String type, Message message) {
        Channel channel = message.channel();
        ObjectNode d = json(message);
        Guild guild = world.guilds().get(channel.guildId());
        if (guild != null) {
            d.put("guild_id", Long.toString(guild.id()));
            Member member = guild.members().get(message.author().id());
            if (member != null) {
                ObjectNode json = member.json();
                json.remove("user");
                d.set("member", json);
            }
        }
        gateway.dispatch(channel.guildId(), intents(channel), type, d);
    }

    /** The page shows a channel's status line. */
    void noteChannel(Channel channel) {
        changes.tell("channel", Json.object().put("id", Long.toString(channel.id())));
    }

    private static long intents(Channel channel) {
        return channel.guildId() == 0 ? Intents.DIRECT_MESSAGES : Intents.GUILD_MESSAGES;
    }

    private void told(Message message) {
        ObjectNode details = Json.object();
        details.put("channel_id", Long.toString(message.channel().id()));
        details.put("id", Long.toString(message.id()));
        message.onlyFor().ifPresent(id -> details.put("only_for", Long.toString(id)));
        changes.tell("message", details);
    }

    /** The message as REST answers it. */
    public ObjectNode json(Message message) {
        ObjectNode json = message.json();
        ArrayNode mentions = json.putArray("mentions");
        message.pings().users().stream()
                .map(world::user)
                .forEach(user -> user.ifPresent(found -> mentions.add(found.json())));
        return json;
    }
}
