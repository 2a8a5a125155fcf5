package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.gateway.Gateway;
import dev.downbeat.localdiscord.gateway.VoiceStates;
import dev.downbeat.localdiscord.rest.Commands;
import dev.downbeat.localdiscord.rest.Interaction;
import dev.downbeat.localdiscord.rest.Interactions;
import dev.downbeat.localdiscord.rest.Messages;
import dev.downbeat.localdiscord.rest.RestFaults;
import dev.downbeat.localdiscord.rest.RestGate;
import dev.downbeat.localdiscord.voice.Recording;
import dev.downbeat.localdiscord.voice.VoiceServer;
import dev.downbeat.localdiscord.world.Access;
import dev.downbeat.localdiscord.world.Changes;
import dev.downbeat.localdiscord.world.Channel;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Message;
import dev.downbeat.localdiscord.world.User;
import dev.downbeat.localdiscord.world.VoiceState;
import dev.downbeat.localdiscord.world.World;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Everything a test or the page does with this Discord that is not the bot's business. Safe to use
 * from any thread; unknown ids are an {@link IllegalArgumentException}.
 */
public final class Control {
    private final World world;
    private final Changes changes;
    private final Gateway gateway;
    private final Commands commands;
    private final Interactions interactions;
    private final VoiceServer voice;
    private final RestGate rest;
    private final People people;
    private final Moderator moderator;
    private final Faults faults;

    public Control(
            World world,
            Changes changes,
            Access access,
            Gateway gateway,
            Commands commands,
            Interactions interactions,
            Messages messages,
            VoiceStates states,
            VoiceServer voice,
            RestGate rest,
            RestFaults restFaults) {
        this.world = world;
        this.changes = changes;
        this.gateway = gateway;
        this.commands = commands;
        this.interactions = interactions;
        this.voice = voice;
        this.rest = rest;
        this.people = new People(this, world, gateway, commands, interactions, messages, states);
        this.moderator = new Moderator(this, world, gateway, states, changes);
        this.faults = new Faults(this, world, access, gateway, states, voice, restFaults);
    }

    public People people() {
        return people;
    }

    public Moderator moderator() {
        return moderator;
    }

    public Faults faults() {
        return faults;
    }

    public Changes changes() {
        return changes;
    }

    public VoiceServer voice() {
        return voice;
    }

    /** The gateway's counters: connections, identifies, resumes. */
    public Gateway gateway() {
        return gateway;
    }

    /** REST's counters: calls, invalid calls, calls refused by a limit. */
    public RestGate rest() {
        return rest;
    }

    World world() {
        return world;
    }

    /** The guilds' ids in the order of the plan. */
    public List<Long> guildIds() {
        synchronized (world) {
            return List.copyOf(world.guilds().keySet());
        }
    }

    /** The first guild, for a world that has one. */
    public long guildId() {
        return guildIds().getFirst();
    }

    public long guildNamed(String name) {
        synchronized (world) {
            return world.guilds().values().stream()
                    .filter(guild -> guild.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No guild is called " + name))
                    .id();
        }
    }

    public long botId() {
        return world.bot().id();
    }

    /** The person with this account name. */
    public long userId(String name) {
        return people.named(name)
                .orElseThrow(() -> new IllegalArgumentException("Nobody is called " + name));
    }

    public long channelId(long guildId, String name) {
        synchronized (world) {
            return guild(guildId)
                    .channelNamed(name)
                    .map(Channel::id)
                    .orElseThrow(
                            () -> new IllegalArgumentException("No channel is called " + name));
        }
    }

    Guild guild(long id) {
        return world.guild(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no guild " + id));
    }

    /** The commands that people of the guild can run, as the bot registered them. */
    public List<ObjectNode> commands(long guildId) {
        synchronized (world) {
            return commands.visibleIn(guildId);
        }
    }

    /** Waits until a slash command of this name is registered. */
    public void awaitCommand(String name, Duration limit) {
        changes.await(
                "the command /" + name,
                limit,
                () -> {
                    synchronized (world) {
                        return commands.slashCommand(guildId(), name);
                    }
                });
    }

    /** The channel's messages as this person sees them, oldest first. */
    public List<MessageView> messages(long channelId, long asUser) {
        synchronized (world) {
            Collection<Message> all = world.messages(channelId).values();
            return all.stream().filter(m -> m.isSeenBy(asUser)).map(MessageView::of).toList();
        }
    }

    public Optional<MessageView> message(long channelId, long messageId) {
        synchronized (world) {
            return world.message(channelId, messageId).map(MessageView::of);
        }
    }

    public Optional<InteractionView> interaction(long id) {
        synchronized (world) {
            return interactions
                    .find(id)
                    .map(found ->
                            InteractionView.of(
                                    found, world.clocks().now(), interactions.deadline()));
        }
    }

    /** The token the bot got with an interaction; for a test that plays the bot itself. */
    public String token(long interactionId) {
        synchronized (world) {
            return interactions
                    .find(interactionId)
                    .map(Interaction::token)
                    .orElseThrow(() -> new IllegalArgumentException("No such interaction"));
        }
    }

    /** Everyone in voice in this guild. */
    public List<VoiceState> inVoice(long guildId) {
        synchronized (world) {
            return List.copyOf(guild(guildId).voice().values());
        }
    }

    /** The voice channel the bot is in; empty when in none. */
    public Optional<Long> botChannel(long guildId) {
        return inVoice(guildId).stream()
                .filter(state -> state.userId() == world.bot().id())
                .map(VoiceState::channelId)
                .findFirst();
    }

    /** What this guild's voice received. */
    public Recording recording(long guildId) {
        return voice.recording(guildId);
    }

    public List<User> users() {
        synchronized (world) {
            return List.copyOf(world.users());
        }
    }
}
