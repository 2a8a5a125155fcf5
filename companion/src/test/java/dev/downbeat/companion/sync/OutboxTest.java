package dev.downbeat.companion.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ClientMessage.Host;
import dev.downbeat.protocol.ClientMessage.Ping;
import dev.downbeat.protocol.ClientMessage.Report;
import dev.downbeat.protocol.WireTrack;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class OutboxTest {
    private double now = 1_000;
    private final Outbox outbox = new Outbox(() -> now);

    private static Report report(long position) {
        return new Report(0, 0, WireTrack.UNKNOWN, "playing", position, true, 1, "");
    }

    /** What may leave at this moment. */
    private Optional<ClientMessage> take() throws InterruptedException {
        return outbox.take(now);
    }

    @Test
    void ofSeveralReportsOnlyTheNewestLeaves() throws InterruptedException {
        outbox.put(report(1));
        outbox.put(report(2));

        assertEquals(Optional.of(report(2)), take());
        assertEquals(Optional.empty(), take());
    }

    @Test
    void wordsGoBeforeReportsAndKeepTheirOrder() throws InterruptedException {
        outbox.put(report(1));
        outbox.put(new Host(true));
        outbox.put(new Host(false));

        assertEquals(Optional.of(new Host(true)), take());
        assertEquals(Optional.of(new Host(false)), take());
        assertEquals(Optional.of(report(1)), take());
    }

    @Test
    void reportsLeaveFourAtOnceAndThenFourASecond() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            outbox.put(report(i));
            assertEquals(Optional.of(report(i)), take());
        }
        outbox.put(report(5));
        assertEquals(Optional.empty(), take());

        now += 249;
        assertEquals(Optional.empty(), take());
        now += 2;
        assertEquals(Optional.of(report(5)), take());
    }

    @Test
    void ofTooManyWordsTheOldestGo() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            outbox.put(new Ping(i, 0, 0, 0));
        }

        List<Long> left = new ArrayList<>();
        for (Optional<ClientMessage> next = take(); next.isPresent(); next = take()) {
            left.add(((Ping) next.get()).id());
        }

        assertEquals(32, left.size());
        assertEquals(8, left.getFirst());
        assertEquals(39, left.getLast());
    }

    @Test
    void wakingEndsTheWait() throws Exception {
        var taken =
                java.util.concurrent.CompletableFuture.supplyAsync(() -> {
                    try {
                        return outbox.take(Double.POSITIVE_INFINITY);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });

        outbox.wake();

        assertEquals(Optional.empty(), taken.get(10, java.util.concurrent.TimeUnit.SECONDS));
    }
}
