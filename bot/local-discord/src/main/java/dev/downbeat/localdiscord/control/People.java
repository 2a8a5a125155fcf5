package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.gateway.Gateway;
import dev.downbeat.localdiscord.gateway.VoiceStates;
import dev.downbeat.localdiscord.rest.Commands;
import dev.downbeat.localdiscord.rest.Interaction;
import dev.downbeat.localdiscord.rest.Interactions;
import dev.downbeat.localdiscord.rest.Messages;
import dev.downbeat.localdiscord.world.Channel;
import dev.downbeat.localdiscord.world.ComponentTree;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Message;
import dev.downbeat.localdiscord.world.Permission;
import dev.downbeat.localdiscord.world.User;
import dev.downbeat.localdiscord.world.VoiceState;
import dev.downbeat.localdiscord.world.VoiceState.Hearing;
import dev.downbeat.localdiscord.world.World;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** What people do. Wrong ids and impossible acts are an {@link IllegalArgumentException}. */
public final class People {
    private final Control control;
    private final World world;
    private final Gateway gateway;
    private final Commands commands;
    private final Interactions interactions;
    private final Messages messages;
    private final VoiceStates voice;

    People(
            Control control,
            World world,
            Gateway gateway,
            Commands commands,
            Interactions interactions,
            Messages messages,
            VoiceStates voice) {
        this.control = control;
        this.world = world;
        this.gateway = gateway;
        this.commands = commands;
        this.interactions = interactions;
        this.messages = messages;
        this.voice = voice;
    }

    /**
     * Runs a slash command, such as {@code party start} with {@code {source: queue}}. Users,
     * channels and roles may be given by id or name, choices by name or value.
     */
    public SentInteraction runCommand(
            long userId, long channelId, String line, Map<String, String> options) {
        return command(userId, channelId, line, options, Optional.empty());
    }

    /** Asks for suggestions while {@code focused} is being typed. */
    public SentInteraction autocomplete(
            long userId, long channelId, String line, Map<String, String> options, String focused) {
        return command(userId, channelId, line, options, Optional.of(focused));
    }

    private SentInteraction command(
            long userId,
            long channelId,
            String line,
            Map<String, String> options,
            Optional<String> focused) {
        synchronized (world) {
            Channel channel = channel(channelId);
            Guild guild = guild(channel);
            User user = user(userId);
            if (!Permission.USE_APPLICATION_COMMANDS.in(guild.permissions(userId, channel))) {
                throw CommandData.refuse(user.name() + " may not use commands here");
            }
            ObjectNode data = CommandData.of(commands, guild, line, options, focused);
            int type = focused.isPresent() ? Interaction.AUTOCOMPLETE : Interaction.COMMAND;
            return send(type, user, channel, null, data);
        }
    }

    /** Clicks a button. */
    public SentInteraction click(long userId, long messageId, String customId) {
        return use(userId, messageId, customId, List.of());
    }

    /** Chooses in a select; entities are given by id. */
    public SentInteraction select(
            long userId, long messageId, String customId, List<String> values) {
        return use(userId, messageId, customId, values);
    }

    private SentInteraction use(long userId, long messageId, String customId, List<String> values) {
        synchronized (world) {
            Message message = visible(userId, messageId);
            JsonNode component =
                    ComponentTree.withCustomId(message.components(), customId)
                            .orElseThrow(
                                    () -> CommandData.refuse("No component has id " + customId));
            if (component.path("disabled").asBoolean()) {
                throw CommandData.refuse("The component " + customId + " is disabled");
            }
            int type = component.path("type").asInt();
            ObjectNode data = Json.object();
            data.put("component_type", type);
            data.put("custom_id", customId);
            data.put("id", component.path("id").asInt());
            if (type != ComponentTree.BUTTON) {
                checkValues(component, values);
                ArrayNode list = data.putArray("values");
                values.forEach(list::add);
                data.putObject("resolved");
            }
            return send(Interaction.COMPONENT, user(userId), message.channel(), message, data);
        }
    }

    private static void checkValues(JsonNode select, List<String> values) {
        int least = select.path("min_values").asInt(1);
        int most = select.path("max_values").asInt(1);
        if (values.size() < least || values.size() > most) {
            throw CommandData.refuse("Choose " + least + " to " + most + " values");
        }
        List<String> offered =
                select.path("options").valueStream().map(o -> o.path("value").asText()).toList();
        if (!offered.isEmpty() && !offered.containsAll(values)) {
            throw CommandData.refuse("Not offered: " + values);
        }
    }

    /** Sends the modal that the bot showed as answer to an interaction of this person. */
    public SentInteraction submitModal(
            long userId, long interactionId, Map<String, String> fields) {
        synchronized (world) {
            Interaction shown =
                    interactions
                            .find(interactionId)
                            .filter(interaction -> interaction.user().id() == userId)
                            .orElseThrow(() -> CommandData.refuse("No such interaction"));
            ObjectNode modal = shown.modal();
            if (modal == null) {
                throw CommandData.refuse("The interaction was not answered with a modal");
            }
            ObjectNode data = ModalData.of(modal, fields);
            return send(Interaction.MODAL, shown.user(), shown.channel(), shown.source(), data);
        }
    }

    private SentInteraction send(
            int type, User user, Channel channel, @Nullable Message source, ObjectNode data) {
        long id = world.newId();
        String token = UUID.randomUUID() + "." + UUID.randomUUID();
        Interaction interaction =
                new Interaction(id, token, type, user, channel, source, world.clocks().now());
        interactions.open(interaction);
        ObjectNode payload =
                InteractionPayload.of(world, guild(channel), interaction, data, messages);
        gateway.dispatch(channel.guildId(), 0, "INTERACTION_CREATE", payload);
        return new SentInteraction(control, id);
    }

    /** Writes a plain message. */
    public MessageView write(long userId, long channelId, String content) {
        synchronized (world) {
            return MessageView.of(messages.write(user(userId), channel(channelId), content));
        }
    }

    /** Joins a voice channel, or moves to it from another one. */
    public void joinVoice(long userId, long channelId) {
        synchronized (world) {
            Channel channel = channel(channelId);
            Guild guild = guild(channel);
            if (channel.kind() != Channel.Kind.VOICE) {
                throw CommandData.refuse(channel.name() + " is not a voice channel");
            }
            VoiceState former = guild.voice().get(userId);
            String session = UUID.randomUUID().toString().replace("-", "");
            voice.enter(
                    guild,
                    former == null
                            ? new VoiceState(
                                    guild.id(),
                                    channelId,
                                    user(userId).id(),
                                    session,
                                    Hearing.OPEN,
                                    Hearing.OPEN)
                            : former.in(channelId));
        }
    }

    /** Leaves voice in this guild; nothing happens when not in voice. */
    public void leaveVoice(long userId, long guildId) {
        synchronized (world) {
            Guild guild = control.guild(guildId);
            VoiceState state = guild.voice().get(userId);
            if (state != null) {
                voice.leave(guild, state, 1000);
            }
        }
    }

    public void deafen(long userId, long guildId) {
        hear(userId, guildId, new Hearing(true, true));
    }

    public void undeafen(long userId, long guildId) {
        hear(userId, guildId, Hearing.OPEN);
    }

    private void hear(long userId, long guildId, Hearing hearing) {
        synchronized (world) {
            Guild guild = control.guild(guildId);
            VoiceState state = guild.voice().get(userId);
            if (state == null) {
                throw CommandData.refuse("Not in voice");
            }
            voice.enter(guild, state.withSelf(hearing));
        }
    }

    private User user(long id) {
        return world.user(id)
                .filter(user -> !user.isBot())
                .orElseThrow(() -> CommandData.refuse("There is no person " + id));
    }

    private Channel channel(long id) {
        return world.channel(id).orElseThrow(() -> CommandData.refuse("There is no channel " + id));
    }

    private Guild guild(Channel channel) {
        return control.guild(channel.guildId());
    }

    private Message visible(long userId, long messageId) {
        return world.guilds().values().stream()
                .flatMap(guild -> guild.channels().keySet().stream())
                .map(channel -> world.message(channel, messageId))
                .flatMap(Optional::stream)
                .filter(message -> message.isSeenBy(userId))
                .findFirst()
                .orElseThrow(() -> CommandData.refuse("No message " + messageId + " to be seen"));
    }

    /** The person with this account name. */
    public OptionalLong named(String name) {
        synchronized (world) {
            return world.userNamed(name).stream().mapToLong(User::id).findFirst();
        }
    }
}
