package dev.downbeat.localdiscord.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Access;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.World;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The main gateway: who is connected, who may resume, and the one way an event goes out. */
public final class Gateway {
    private static final long RESUMABLE_NANOS = Duration.ofSeconds(90).toNanos();

    /** Hears of op 4. */
    public interface VoiceRequests {
        void requested(String sessionId, JsonNode d);

        void sessionEnded(String sessionId);

        void sessionExpired(String sessionId);
    }

    private final World world;
    private final Access access;
    private final Duration heartbeat;
    private final Map<String, GatewaySession> sessions = new LinkedHashMap<>();
    private final Set<GatewaySocket> sockets = ConcurrentHashMap.newKeySet();
    private @Nullable VoiceRequests voice;
    private volatile String url = "";
    private volatile boolean acknowledges = true;
    private volatile long downUntilNanos;
    private volatile boolean down;
    private int identifies;
    private int resumes;

    public Gateway(World world, Access access, Duration heartbeat) {
        this.world = world;
        this.access = access;
        this.heartbeat = heartbeat;
    }

    public void serve(VoiceRequests requests) {
        voice = requests;
    }

    /** Where a client shall resume. */
    public void reachableAt(String gatewayUrl) {
        url = gatewayUrl;
    }

    public String url() {
        return url;
    }

    long now() {
        return world.clocks().now();
    }

    int heartbeatMillis() {
        return (int) heartbeat.toMillis();
    }

    boolean acknowledgesHeartbeats() {
        return acknowledges;
    }

    public void acknowledgeHeartbeats() {
        acknowledges = true;
    }

    public void ignoreHeartbeats() {
        acknowledges = false;
    }

    /** A new socket; refused with an answer of false while the gateway is down. */
    public boolean opened(GatewaySocket socket) {
        if (isDown()) {
            socket.cut();
            return false;
        }
        sockets.add(socket);
        socket.opened();
        return true;
    }

    public boolean isDown() {
        return down && now() - downUntilNanos < 0;
    }

    /** Cuts every socket and lets nobody in for this long. */
    public void goDown(Duration time) {
        downUntilNanos = now() + time.toNanos();
        down = true;
        sockets.forEach(GatewaySocket::cut);
    }

    public void comeBack() {
        down = false;
    }

    @Nullable GatewaySession identify(GatewaySocket socket, JsonNode d) {
        long intents = d.path("intents").asLong();
        if (!access.accepts(d.path("token").asText())) {
            socket.close(4004, "Authentication failed");
            return null;
        }
        if (!access.mayUse(intents)) {
            socket.close(4014, "Disallowed intent(s)");
            return null;
        }
        int shards = Math.max(1, d.path("shard").path(1).asInt(1));
        int shard = d.path("shard").path(0).asInt(0);
        if (shard < 0 || shard >= shards) {
            socket.close(4010, "Invalid shard");
            return null;
        }
        synchronized (world) {
            identifies++;
            String id = UUID.randomUUID().toString().replace("-", "");
            GatewaySession session = new GatewaySession(id, intents, shard, shards, socket);
            sessions.put(id, session);
            session.dispatch("READY", Payloads.ready(world, session, url));
            for (Guild guild : world.guilds().values()) {
                if (guild.isAvailable() && session.serves(guild.id())) {
                    session.dispatch("GUILD_CREATE", Payloads.guildCreate(world, guild, intents));
                }
            }
            return session;
        }
    }

    @Nullable GatewaySession resume(GatewaySocket socket, JsonNode d) {
        if (!access.accepts(d.path("token").asText())) {
            socket.close(4004, "Authentication failed");
            return null;
        }
        synchronized (world) {
            GatewaySession session = sessions.get(d.path("session_id").asText());
            int after = d.path("seq").asInt();
            if (session == null || !session.canReplay(after)) {
                socket.send(Json.text(Payloads.envelope(9, Json.array().booleanNode(false))));
                return null;
            }
            resumes++;
            session.attach(socket);
            session.replay(after);
            session.dispatch("RESUMED", Json.object());
            return session;
        }
    }

    void voiceStateRequested(GatewaySession session, JsonNode d) {
        if (voice != null) {
            synchronized (world) {
                voice.requested(session.id(), d);
            }
        }
    }

    void membersRequested(GatewaySession session, JsonNode d) {
        synchronized (world) {
            world.guild(Json.id(d.path("guild_id")))
                    .ifPresent(guild ->
                            session.dispatch("GUILD_MEMBERS_CHUNK", MemberChunk.of(guild, d)));
        }
    }

    /** What a closed socket means for its session. */
    enum Farewell {
        SESSION_OVER,
        MAY_RESUME
    }

    void closed(GatewaySocket socket, Farewell farewell) {
        sockets.remove(socket);
        synchronized (world) {
            GatewaySession session = socket.session();
            if (session == null || session.socket() != socket) {
                return;
            }
            session.detach(now());
            if (farewell == Farewell.SESSION_OVER) {
                end(session);
            }
        }
    }

    private void end(GatewaySession session) {
        if (sessions.remove(session.id()) != null && voice != null) {
            voice.sessionEnded(session.id());
        }
    }

    private void expire(GatewaySession session) {
        if (sessions.remove(session.id()) != null && voice != null) {
            voice.sessionExpired(session.id());
        }
    }

    /** Sends an event of a guild to the sessions that serve it and asked for one of the intents. */
    public void dispatch(long guildId, long intents, String type, ObjectNode d) {
        for (GatewaySession session : sessions.values()) {
            boolean isWanted = intents == 0 || (session.intents() & intents) != 0;
            if (isWanted && session.serves(guildId)) {
                session.dispatch(type, d);
            }
        }
    }

    /** Each session gets the guild as its intents allow. */
    public void announce(Guild guild) {
        for (GatewaySession session : sessions.values()) {
            if (session.serves(guild.id())) {
                session.dispatch(
                        "GUILD_CREATE", Payloads.guildCreate(world, guild, session.intents()));
            }
        }
    }

    /** Op 7 to everyone: reconnect and resume. */
    public void askToReconnect() {
        sockets.forEach(socket -> socket.send(Json.text(Payloads.envelope(7, null))));
    }

    /** Op 9, resumable. */
    public void doubtSessions() {
        sockets.forEach(socket ->
                socket.send(Json.text(Payloads.envelope(9, Json.array().booleanNode(true)))));
    }

    /** Op 9, not resumable: the sessions are gone. */
    public void endSessions() {
        synchronized (world) {
            for (GatewaySession session : List.copyOf(sessions.values())) {
                GatewaySocket socket = session.socket();
                if (socket != null) {
                    socket.send(Json.text(Payloads.envelope(9, Json.array().booleanNode(false))));
                    socket.forgetSession();
                }
                end(session);
            }
        }
    }

    public void closeSockets(int code, String reason) {
        sockets.forEach(socket -> socket.close(code, reason));
    }

    /** Cuts the TCP connections without a close frame. */
    public void cutSockets() {
        sockets.forEach(GatewaySocket::cut);
    }

    /** Drops who stopped beating and forgets who did not resume; called about once a second. */
    public void sweep() {
        long silent = heartbeat.toNanos() * 3 / 2 + Duration.ofSeconds(1).toNanos();
        for (GatewaySocket socket : sockets) {
            if (now() - socket.lastHeartbeatNanos() > silent) {
                socket.close(4009, "Session timed out");
            }
        }
        synchronized (world) {
            List<GatewaySession> old = new ArrayList<>(sessions.values());
            old.stream().filter(s -> s.hasBeenAlone(now(), RESUMABLE_NANOS)).forEach(this::expire);
        }
    }

    /** How many sockets are open. */
    public int connections() {
        return sockets.size();
    }

    public int identifies() {
        synchronized (world) {
            return identifies;
        }
    }

    public int resumes() {
        synchronized (world) {
            return resumes;
        }
    }
}
