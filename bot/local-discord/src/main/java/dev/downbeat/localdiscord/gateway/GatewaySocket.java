package dev.downbeat.localdiscord.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Json;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/** One WebSocket of the main gateway; its messages arrive one after another. */
public final class GatewaySocket {
    private static final int MESSAGES_PER_MINUTE = 120;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Gateway gateway;
    private final Session socket;
    private final Deque<Long> received = new ArrayDeque<>();
    private @Nullable GatewaySession session;
    private volatile long lastHeartbeatNanos;
    private volatile boolean closedByUs;

    public GatewaySocket(Gateway gateway, Session socket) {
        this.gateway = gateway;
        this.socket = socket;
        this.lastHeartbeatNanos = gateway.now();
    }

    public void opened() {
        ObjectNode hello = Json.object().put("heartbeat_interval", gateway.heartbeatMillis());
        send(Json.text(Payloads.envelope(10, hello)));
    }

    public void heard(String text) {
        if (isTooMany()) {
            close(4008, "Rate limited");
            return;
        }
        JsonNode message = Json.parse(text).orElse(null);
        if (message == null || !message.isObject()) {
            close(4002, "Decode error");
            return;
        }
        JsonNode d = message.path("d");
        switch (message.path("op").asInt(-1)) {
            case 1 -> beat();
            case 2 -> identify(d);
            case 6 -> resume(d);
            case 3, 4, 8, 31, 43 -> whileKnown(message.path("op").asInt(), d);
            default -> close(4001, "Unknown opcode");
        }
    }

    private boolean isTooMany() {
        long now = gateway.now();
        received.add(now);
        while (now - received.getFirst() > MINUTE_NANOS) {
            received.removeFirst();
        }
        return received.size() > MESSAGES_PER_MINUTE;
    }

    private void beat() {
        lastHeartbeatNanos = gateway.now();
        if (gateway.acknowledgesHeartbeats()) {
            send(Json.text(Payloads.envelope(11, null)));
        }
    }

    private void identify(JsonNode d) {
        if (session != null) {
            close(4005, "Already authenticated");
        } else {
            session = gateway.identify(this, d);
        }
    }

    private void resume(JsonNode d) {
        if (session != null) {
            close(4005, "Already authenticated");
        } else {
            session = gateway.resume(this, d);
        }
    }

    private void whileKnown(int op, JsonNode d) {
        if (session == null) {
            close(4003, "Not authenticated");
        } else if (op == 4) {
            gateway.voiceStateRequested(session, d);
        } else if (op == 8) {
            gateway.membersRequested(session, d);
        }
    }

    /** Says that the session is over; the client identifies anew on this same socket. */
    void forgetSession() {
        session = null;
    }

    @Nullable GatewaySession session() {
        return session;
    }

    long lastHeartbeatNanos() {
        return lastHeartbeatNanos;
    }

    void send(String text) {
        socket.sendText(text, Callback.NOOP);
    }

    void close(int code, String reason) {
        closedByUs = true;
        socket.close(code, reason, Callback.NOOP);
    }

    void cut() {
        closedByUs = true;
        socket.disconnect();
    }

    /** The client gives its session up by closing with 1000 or 1001; an echo of ours does not. */
    public void closed(int code) {
        boolean isGivenUp = !closedByUs && (code == 1000 || code == 1001);
        gateway.closed(
                this, isGivenUp ? Gateway.Farewell.SESSION_OVER : Gateway.Farewell.MAY_RESUME);
    }
}
