package dev.downbeat.localdiscord.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Clocks;
import dev.downbeat.localdiscord.world.Json;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Voice gateway v8 and its UDP side, for one bot and any number of guilds. Safe to use from any
 * thread.
 */
public final class VoiceServer implements AutoCloseable {
    private static final int HEARTBEAT_MS = 13_750;

    private final Map<Long, VoiceSession> byGuild = new ConcurrentHashMap<>();
    private final Map<Integer, VoiceSession> bySsrc = new ConcurrentHashMap<>();
    private final Map<Long, Recording> recordings = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger nextSsrc = new AtomicInteger(1_000);
    private final int recordedGuilds;
    private final Duration recordedTime;
    private final VoiceUdp udp;
    private volatile int minimumDave;

    /**
     * The first {@code recordedGuilds} guilds that join keep their packets, others numbers only.
     */
    public VoiceServer(Clocks clocks, int udpPort, int recordedGuilds, Duration recordedTime)
            throws IOException {
        this.recordedGuilds = recordedGuilds;
        this.recordedTime = recordedTime;
        this.udp = new VoiceUdp(clocks, udpPort, bySsrc);
    }

    /** Makes the session that the guild's bot must now present; an older one is void. */
    public String expect(long guildId, long userId, String sessionId) {
        byte[] key = new byte[Transport.KEY_BYTES];
        random.nextBytes(key);
        byte[] token = new byte[8];
        random.nextBytes(token);
        VoiceSession session =
                new VoiceSession(
                        guildId,
                        userId,
                        sessionId,
                        HexFormat.of().formatHex(token),
                        nextSsrc.getAndIncrement(),
                        key,
                        recording(guildId));
        VoiceSession former = byGuild.put(guildId, session);
        if (former != null) {
            bySsrc.remove(former.ssrc);
        }
        bySsrc.put(session.ssrc, session);
        return session.token;
    }

    /** What this guild's voice heard; made empty when nothing was heard yet. */
    public synchronized Recording recording(long guildId) {
        return recordings.computeIfAbsent(
                guildId,
                _ ->
                        new Recording(
                                recordings.size() < recordedGuilds ? recordedTime : Duration.ZERO));
    }

    /** The guilds whose bot has a voice socket open. */
    public Collection<Long> connectedGuilds() {
        return byGuild.values().stream()
                .filter(session -> session.socket() != null)
                .map(session -> session.guildId)
                .toList();
    }

    /** The DAVE version the client offered in this guild; empty before it identified. */
    public Optional<Integer> daveOffered(long guildId) {
        return Optional.ofNullable(byGuild.get(guildId))
                .map(VoiceSession::daveOffered)
                .filter(version -> version >= 0);
    }

    public Optional<Integer> ssrc(long guildId) {
        return Optional.ofNullable(byGuild.get(guildId)).map(session -> session.ssrc);
    }

    public boolean isSpeaking(long guildId) {
        VoiceSession session = byGuild.get(guildId);
        return session != null && session.speaking() != 0;
    }

    /** Tells the bot of people who came into its channel. */
    public void joined(long guildId, Collection<Long> userIds) {
        VoiceSession session = byGuild.get(guildId);
        if (session != null && !userIds.isEmpty()) {
            ObjectNode d = Json.object();
            var ids = d.putArray("user_ids");
            userIds.forEach(id -> ids.add(Long.toString(id)));
            session.sendNumbered(11, d);
        }
    }

    public void left(long guildId, long userId) {
        VoiceSession session = byGuild.get(guildId);
        if (session != null) {
            session.sendNumbered(13, Json.object().put("user_id", Long.toString(userId)));
        }
    }

    /** Ends the session for good: nothing can resume it. */
    public void end(long guildId, int closeCode, String reason) {
        VoiceSession session = byGuild.remove(guildId);
        if (session != null) {
            bySsrc.remove(session.ssrc);
            close(session.socket(), closeCode, reason);
        }
    }

    /** Takes the session away and leaves its socket open until the answer is told a close code. */
    public IntConsumer release(long guildId) {
        VoiceSession session = byGuild.remove(guildId);
        if (session == null) {
            return _ -> {};
        }
        bySsrc.remove(session.ssrc);
        return code -> close(session.socket(), code, "Disconnected");
    }

    /** From now on a client that offers no DAVE is turned away with 4017. */
    public void requireDave() {
        minimumDave = 1;
    }

    public void allowPlain() {
        minimumDave = 0;
    }

    int minimumDave() {
        return minimumDave;
    }

    /** Closes the socket; the session stays and can be resumed, unless the code says otherwise. */
    public void closeSocket(long guildId, int closeCode, String reason) {
        VoiceSession session = byGuild.get(guildId);
        if (session != null) {
            close(session.socket(), closeCode, reason);
        }
    }

    /** Cuts the TCP connection without a word. */
    public void cutSocket(long guildId) {
        VoiceSession session = byGuild.get(guildId);
        Session socket = session == null ? null : session.socket();
        if (socket != null) {
            socket.disconnect();
        }
    }

    private static void close(@Nullable Session socket, int code, String reason) {
        if (socket != null) {
            socket.close(code, reason, Callback.NOOP);
        }
    }

    public VoiceUdp udp() {
        return udp;
    }

    static ObjectNode message(int op, @Nullable JsonNode d) {
        ObjectNode message = Json.object();
        message.put("op", op);
        message.set("d", d);
        return message;
    }

    static ObjectNode hello() {
        return message(8, Json.object().put("v", 8).put("heartbeat_interval", HEARTBEAT_MS));
    }

    /** The session with these papers, whoever presents them. */
    Optional<VoiceSession> presented(JsonNode d) {
        VoiceSession session = byGuild.get(Json.id(d.path("server_id")));
        boolean matches =
                session != null
                        && session.token.equals(d.path("token").asText())
                        && session.sessionId.equals(d.path("session_id").asText());
        return matches ? Optional.ofNullable(session) : Optional.empty();
    }

    @Override
    public void close() {
        byGuild.values().forEach(session -> close(session.socket(), 1001, "Going away"));
        udp.close();
    }
}
