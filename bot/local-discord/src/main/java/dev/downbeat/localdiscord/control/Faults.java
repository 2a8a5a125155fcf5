package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.gateway.Gateway;
import dev.downbeat.localdiscord.gateway.VoiceStates;
import dev.downbeat.localdiscord.gateway.VoiceStates.MoveOrder;
import dev.downbeat.localdiscord.rest.RestFaults;
import dev.downbeat.localdiscord.rest.RestFaults.Fault;
import dev.downbeat.localdiscord.rest.RestFaults.Scope;
import dev.downbeat.localdiscord.voice.VoiceServer;
import dev.downbeat.localdiscord.world.Access;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.World;

import java.time.Duration;

/** Everything that can be made to go wrong. */
public final class Faults {
    private final Control control;
    private final World world;
    private final Access access;
    private final Gateway gateway;
    private final VoiceStates states;
    private final VoiceServer voice;
    private final RestFaults rest;

    Faults(
            Control control,
            World world,
            Access access,
            Gateway gateway,
            VoiceStates states,
            VoiceServer voice,
            RestFaults rest) {
        this.control = control;
        this.world = world;
        this.access = access;
        this.gateway = gateway;
        this.states = states;
        this.voice = voice;
        this.rest = rest;
    }

    /** Closes the gateway sockets properly with 1001; sessions can be resumed. */
    public void closeGateway() {
        gateway.closeSockets(1001, "Going away");
    }

    /** Cuts the gateway's TCP connections. */
    public void resetGateway() {
        gateway.cutSockets();
    }

    /** Cuts the gateway and lets nobody connect for this long. */
    public void gatewayDown(Duration time) {
        gateway.goDown(time);
    }

    public void gatewayUp() {
        gateway.comeBack();
    }

    /** Op 7. */
    public void askToReconnect() {
        gateway.askToReconnect();
    }

    /** Op 9 with true: come again and resume. */
    public void invalidSessionResumable() {
        gateway.doubtSessions();
    }

    /** Op 9 with false: the session is gone. */
    public void invalidSession() {
        gateway.endSessions();
    }

    public void ignoreHeartbeats() {
        gateway.ignoreHeartbeats();
    }

    public void acknowledgeHeartbeats() {
        gateway.acknowledgeHeartbeats();
    }

    /** From now on nothing accepts the token; open gateway sockets close with 4004. */
    public void revokeToken() {
        access.revoke();
        gateway.closeSockets(4004, "Authentication failed");
    }

    /**
     * Closes the guild's voice socket with a code. 4006, 4014 and 4022 void the session; the bot's
     * voice state stays, as when the voice server alone changed its mind.
     */
    public void closeVoice(long guildId, int code) {
        if (code == 4006 || code == 4014 || code == 4022) {
            voice.end(guildId, code, "Disconnected");
        } else {
            voice.closeSocket(guildId, code, "Closed on purpose");
        }
    }

    /** Cuts the voice socket's TCP connection; it can be resumed. */
    public void cutVoice(long guildId) {
        voice.cutSocket(guildId);
    }

    /** From now on voice turns a client without DAVE away with 4017; open sockets close so too. */
    public void requireDave() {
        voice.requireDave();
        voice.connectedGuilds().forEach(guild -> voice.closeSocket(guild, 4017, "DAVE required"));
    }

    public void allowPlainVoice() {
        voice.allowPlain();
    }

    /** 4022, {@code endpoint: null}, then a new server; or the new server first. */
    public void moveVoiceServer(long guildId, MoveOrder order) {
        synchronized (world) {
            states.moveServer(control.guild(guildId), order);
        }
    }

    /** GUILD_DELETE with {@code unavailable}; voice is void, the client closes its own socket. */
    public void guildOutage(long guildId) {
        synchronized (world) {
            Guild guild = control.guild(guildId);
            guild.breakDown();
            ObjectNode d = Json.object();
            d.put("id", Long.toString(guildId));
            d.put("unavailable", true);
            gateway.dispatch(guildId, 0, "GUILD_DELETE", d);
            guild.voice().remove(world.bot().id());
            voice.release(guildId);
        }
    }

    /** GUILD_CREATE again. */
    public void guildBack(long guildId) {
        synchronized (world) {
            Guild guild = control.guild(guildId);
            guild.recover();
            gateway.announce(guild);
        }
    }

    /** Loses so many percent of the voice packets, 0 to 100; 100 is a dead path. */
    public void loseUdp(int percent) {
        voice.udp().lose(percent);
    }

    /** The next calls whose path contains {@code pathPart} get a 429. */
    public void limitRest(Scope scope, Duration retryAfter, String pathPart, int times) {
        rest.plan(new Fault.Limited(scope, retryAfter), pathPart, times);
    }

    /** The next calls whose path contains {@code pathPart} get this status. */
    public void breakRest(int status, String pathPart, int times) {
        rest.plan(new Fault.Broken(status), pathPart, times);
    }

    /** The next calls whose path contains {@code pathPart} are cut without an answer. */
    public void cutRest(String pathPart, int times) {
        rest.plan(new Fault.Cut(), pathPart, times);
    }

    /** Every call whose path contains {@code pathPart} takes this much longer. */
    public void slowRest(Duration delay, String pathPart) {
        rest.slow(delay, pathPart);
    }

    /** Ends every lasting fault; what is broken already stays broken. */
    public void clear() {
        rest.clear();
        voice.udp().lose(0);
        voice.allowPlain();
        gateway.comeBack();
        gateway.acknowledgeHeartbeats();
    }
}
