package dev.downbeat.companion.hosting;

import dev.downbeat.companion.detectors.Sight;
import dev.downbeat.companion.sync.SyncEvents;
import dev.downbeat.protocol.ServerMessage;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Everything that waits for the thread that hosts, 256 at most. When it is full a reading is
 * dropped (the next one is newer), anything else waits for its place.
 */
final class HostInbox implements SyncEvents {
    private final BlockingQueue<HostEvent> events = new ArrayBlockingQueue<>(256);

    void saw(Sight sight) {
        if (sight instanceof Sight.Seen) {
            boolean _ = events.offer(new HostEvent.Saw(sight));
        } else {
            put(new HostEvent.Saw(sight));
        }
    }

    void put(HostEvent event) {
        try {
            events.put(event);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Nullable HostEvent poll(double ms) throws InterruptedException {
        long nanos = (long) Math.min(ms * 1e6, Long.MAX_VALUE / 4.0);
        return events.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    @Override
    public void online(ServerMessage.Hello hello) {
        put(new HostEvent.Online(hello));
    }

    @Override
    public void heard(ServerMessage message) {
        put(new HostEvent.Heard(message));
    }

    @Override
    public void offline(String why, double againInMs) {
        put(new HostEvent.Offline(why, againInMs));
    }

    @Override
    public void over(Ending ending) {
        put(new HostEvent.Over(ending));
    }
}
