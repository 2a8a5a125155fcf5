package dev.downbeat.localdiscord.voice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Json;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/** The bot's voice in one guild: what it must present, its key, and the socket it uses now. */
final class VoiceSession {
    private static final int REPLAYED = 128;

    final long guildId;
    final long userId;
    final String sessionId;
    final String token;
    final int ssrc;
    final byte[] key;
    final Transport transport;
    final Recording recording;

    private final Deque<ObjectNode> numbered = new ArrayDeque<>();
    private @Nullable Session socket;
    private int sequence;
    private int daveOffered = -1;
    private int speaking;

    VoiceSession(
            long guildId,
            long userId,
            String sessionId,
            String token,
            int ssrc,
            byte[] key,
            Recording recording) {
        this.guildId = guildId;
        this.userId = userId;
        this.sessionId = sessionId;
        this.token = token;
        this.ssrc = ssrc;
        this.key = key;
        this.transport = new Transport(key);
        this.recording = recording;
    }

    synchronized void attach(Session newSocket) {
        socket = newSocket;
    }

    synchronized void detach(Session closed) {
        if (closed.equals(socket)) {
            socket = null;
        }
    }

    synchronized @Nullable Session socket() {
        return socket;
    }

    /** The DAVE version the client offered, -1 before it identified. */
    synchronized int daveOffered() {
        return daveOffered;
    }

    synchronized void offered(int daveVersion) {
        daveOffered = daveVersion;
    }

    synchronized int speaking() {
        return speaking;
    }

    synchronized void speaks(int flags) {
        speaking = flags;
    }

    /** Sends a message that a resume replays. */
    synchronized void sendNumbered(int op, ObjectNode d) {
        ObjectNode message = VoiceServer.message(op, d);
        message.put("seq", ++sequence);
        numbered.add(message);
        if (numbered.size() > REPLAYED) {
            numbered.removeFirst();
        }
        send(message);
    }

    synchronized void replay(int after) {
        for (ObjectNode message : numbered) {
            if (message.path("seq").asInt() > after) {
                send(message);
            }
        }
    }

    synchronized void send(ObjectNode message) {
        if (socket != null) {
            socket.sendText(Json.text(message), Callback.NOOP);
        }
    }

    ArrayNode keyJson() {
        ArrayNode list = Json.array();
        for (byte part : key) {
            list.add(part & 0xFF);
        }
        return list;
    }
}
