package dev.downbeat.localdiscord.gateway;

import com.fasterxml.jackson.databind.JsonNode;

import dev.downbeat.localdiscord.voice.VoiceServer;
import dev.downbeat.localdiscord.world.Changes;
import dev.downbeat.localdiscord.world.Channel;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Intents;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Permission;
import dev.downbeat.localdiscord.world.VoiceState;
import dev.downbeat.localdiscord.world.VoiceState.Hearing;
import dev.downbeat.localdiscord.world.World;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Who is in which voice channel, and what everyone is told about it. The caller holds the world.
 */
public final class VoiceStates implements Gateway.VoiceRequests {
    /** What a client hears first when its voice server goes away. */
    public enum MoveOrder {
        SOCKET_CLOSES_FIRST,
        NEW_SERVER_COMES_FIRST
    }

    private static final int DISCONNECTED = 4014;

    private final World world;
    private final Gateway gateway;
    private final VoiceServer server;
    private final Changes changes;
    private volatile String endpoint = "";

    public VoiceStates(World world, Gateway gateway, VoiceServer server, Changes changes) {
        this.world = world;
        this.gateway = gateway;
        this.server = server;
        this.changes = changes;
    }

    /** Host and port of the voice gateway, as Discord gives it: without a scheme. */
    public void reachableAt(String voiceEndpoint) {
        endpoint = voiceEndpoint;
    }

    @Override
    public void requested(String sessionId, JsonNode d) {
        Guild guild = world.guild(Json.id(d.path("guild_id"))).orElse(null);
        if (guild == null) {
            return;
        }
        Hearing self =
                new Hearing(d.path("self_mute").asBoolean(), d.path("self_deaf").asBoolean());
        long channelId = Json.id(d.path("channel_id"));
        VoiceState former = guild.voice().get(world.bot().id());
        if (channelId == 0) {
            if (former != null) {
                leave(guild, former, 1000);
            }
            return;
        }
        Channel channel = guild.channels().get(channelId);
        if (channel == null || !botMayEnter(guild, channel)) {
            return;
        }
        VoiceState state =
                new VoiceState(
                        guild.id(),
                        channelId,
                        world.bot().id(),
                        sessionId,
                        self,
                        former == null ? Hearing.OPEN : former.server());
        boolean isSamePlace =
                former != null
                        && former.channelId() == channelId
                        && former.sessionId().equals(sessionId)
                        && server.connectedGuilds().contains(guild.id());
        enter(guild, state);
        if (!isSamePlace) {
            giveServer(guild, state);
        }
    }

    private boolean botMayEnter(Guild guild, Channel channel) {
        long bits = guild.permissions(world.bot().id(), channel);
        boolean isFull =
                channel.userLimit() > 0
                        && guild.in(channel.id()).size() >= channel.userLimit()
                        && !Permission.MOVE_MEMBERS.in(bits);
        return channel.kind() == Channel.Kind.VOICE && Permission.CONNECT.in(bits) && !isFull;
    }

    /** Puts a state in place and tells everyone; also for a person. */
    public void enter(Guild guild, VoiceState state) {
        VoiceState former = guild.voice().put(state.userId(), state);
        tell(guild, state);
        if (state.userId() == world.bot().id()) {
            return;
        }
        long botChannel = botChannel(guild);
        if (former != null && former.channelId() == botChannel && state.channelId() != botChannel) {
            server.left(guild.id(), state.userId());
        }
        if (botChannel != 0
                && state.channelId() == botChannel
                && (former == null || former.channelId() != botChannel)) {
            server.joined(guild.id(), List.of(state.userId()));
        }
    }

    private long botChannel(Guild guild) {
        VoiceState bot = guild.voice().get(world.bot().id());
        return bot == null ? 0 : bot.channelId();
    }

    private void giveServer(Guild guild, VoiceState state) {
        String token = server.expect(guild.id(), state.userId(), state.sessionId());
        gateway.dispatch(
                guild.id(),
                0,
                "VOICE_SERVER_UPDATE",
                Payloads.voiceServer(guild.id(), token, endpoint));
    }

    /** Takes somebody out of voice; the bot's voice socket gets the close code. */
    public void leave(Guild guild, VoiceState state, int closeCode) {
        guild.voice().remove(state.userId());
        if (state.userId() == world.bot().id()) {
            server.end(guild.id(), closeCode, "Disconnected");
        } else if (state.channelId() == botChannel(guild)) {
            server.left(guild.id(), state.userId());
        }
        tell(guild, state.in(0));
    }

    private void tell(Guild guild, VoiceState state) {
        boolean isOwn = state.userId() == world.bot().id();
        gateway.dispatch(
                guild.id(),
                isOwn ? 0 : Intents.GUILD_VOICE_STATES,
                "VOICE_STATE_UPDATE",
                Payloads.voiceState(guild, state));
        changes.tell("voice", state.json());
    }

    /** A moderator drags the bot: close 4014, the new state, a new server. */
    public void moveBot(Guild guild, long channelId) {
        VoiceState state = guild.voice().get(world.bot().id());
        if (state == null) {
            throw new IllegalStateException("The bot is in no voice channel of " + guild.name());
        }
        server.end(guild.id(), DISCONNECTED, "Disconnected");
        enter(guild, state.in(channelId));
        giveServer(guild, state);
    }

    public void kickBot(Guild guild) {
        VoiceState state = guild.voice().get(world.bot().id());
        if (state != null) {
            leave(guild, state, DISCONNECTED);
        }
    }

    /** The voice server goes away (4022) and another takes over. */
    public void moveServer(Guild guild, MoveOrder order) {
        VoiceState state = guild.voice().get(world.bot().id());
        if (state == null) {
            throw new IllegalStateException("The bot is in no voice channel of " + guild.name());
        }
        IntConsumer close = server.release(guild.id());
        if (order == MoveOrder.SOCKET_CLOSES_FIRST) {
            close.accept(4022);
        }
        gateway.dispatch(
                guild.id(), 0, "VOICE_SERVER_UPDATE", Payloads.voiceServer(guild.id(), "", null));
        giveServer(guild, state);
        if (order == MoveOrder.NEW_SERVER_COMES_FIRST) {
            close.accept(4022);
        }
    }

    /** Throws everyone out of a channel that is about to go. */
    public void empty(Guild guild, long channelId) {
        guild.in(channelId).forEach(state -> leave(guild, state, DISCONNECTED));
    }

    /** The client let its session go: it closes its own voice socket. */
    @Override
    public void sessionEnded(String sessionId) {
        for (Guild guild : world.guilds().values()) {
            VoiceState state = guild.voice().get(world.bot().id());
            if (state != null && state.sessionId().equals(sessionId)) {
                server.release(guild.id());
                leave(guild, state, DISCONNECTED);
            }
        }
    }

    /** The client never came back to its session: its voice is cut off. */
    @Override
    public void sessionExpired(String sessionId) {
        for (Guild guild : world.guilds().values()) {
            VoiceState state = guild.voice().get(world.bot().id());
            if (state != null && state.sessionId().equals(sessionId)) {
                leave(guild, state, DISCONNECTED);
            }
        }
    }

    /** The bot's own state changed by a moderator: muted or deafened by the server. */
    public void restrict(Guild guild, long userId, Hearing hearing) {
        VoiceState state = guild.voice().get(userId);
        if (state != null) {
            enter(guild, state.withServer(hearing));
        }
    }
}
