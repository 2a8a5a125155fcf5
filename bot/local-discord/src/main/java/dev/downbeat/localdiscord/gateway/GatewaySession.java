package dev.downbeat.localdiscord.gateway;

import com.fasterxml.jackson.databind.JsonNode;

import dev.downbeat.localdiscord.world.Json;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What outlives a gateway socket: the sequence and the newest 2,000 events, to be replayed on
 * resume. Guarded by the world.
 */
final class GatewaySession {
    private static final int KEPT_EVENTS = 2_000;

    private record Event(int sequence, String text) {}

    private final String id;
    private final long intents;
    private final int shard;
    private final int shards;
    private final Deque<Event> events = new ArrayDeque<>();
    private @Nullable GatewaySocket socket;
    private int sequence;
    private long aloneSinceNanos;

    GatewaySession(String id, long intents, int shard, int shards, GatewaySocket socket) {
        this.id = id;
        this.intents = intents;
        this.shard = shard;
        this.shards = shards;
        this.socket = socket;
    }

    String id() {
        return id;
    }

    long intents() {
        return intents;
    }

    int shard() {
        return shard;
    }

    int shards() {
        return shards;
    }

    boolean serves(long guildId) {
        return (guildId >>> 22) % shards == shard;
    }

    @Nullable GatewaySocket socket() {
        return socket;
    }

    void attach(GatewaySocket newSocket) {
        socket = newSocket;
    }

    void detach(long nowNanos) {
        socket = null;
        aloneSinceNanos = nowNanos;
    }

    boolean hasBeenAlone(long nowNanos, long limitNanos) {
        return socket == null && nowNanos - aloneSinceNanos > limitNanos;
    }

    void dispatch(String type, JsonNode d) {
        String text = Json.text(Payloads.dispatch(type, ++sequence, d));
        events.add(new Event(sequence, text));
        if (events.size() > KEPT_EVENTS) {
            events.removeFirst();
        }
        if (socket != null) {
            socket.send(text);
        }
    }

    /** False when events after this sequence are gone already, or never were. */
    boolean canReplay(int after) {
        int oldest = events.isEmpty() ? sequence + 1 : events.getFirst().sequence();
        return after <= sequence && after >= oldest - 1;
    }

    void replay(int after) {
        GatewaySocket to = socket;
        if (to != null) {
            events.stream()
                    .filter(event -> event.sequence() > after)
                    .forEach(event -> to.send(event.text()));
        }
    }
}
