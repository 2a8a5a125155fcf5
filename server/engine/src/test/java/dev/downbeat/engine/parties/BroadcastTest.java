package dev.downbeat.engine.parties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.party.Audience;
import dev.downbeat.party.Crew;
import dev.downbeat.party.HostLink;
import dev.downbeat.party.Mode;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Prospect;
import dev.downbeat.party.Search;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Timeline;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

final class BroadcastTest {
    private final Counters counters = new Counters();
    private final Broadcast broadcast = new Broadcast(counters);
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        broadcast.close();
    }

    @Test
    void everyWatcherGetsEveryNewView() throws Exception {
        broadcast.watch(this::note);
        broadcast.watch(this::note);

        broadcast.publish(view("p", 1));

        assertEquals("p1", next());
        assertEquals("p1", next());
    }

    @Test
    void aSlowWatcherGetsTheNewestViewOfEachPartyAndNobodyWaitsForIt() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        broadcast.watch(view -> {
            busy.countDown();
            await(goOn);
            note(view);
        });
        broadcast.publish(view("p", 1));
        await(busy);

        for (int revision = 2; revision <= 1000; revision++) {
            broadcast.publish(view("p", revision));
            broadcast.publish(view("q", revision));
        }
        goOn.countDown();

        assertEquals(List.of("p1", "p1000", "q1000"), List.of(next(), next(), next()));
        assertEquals(998 + 998, counters.supersededViews());
    }

    @Test
    void aWatcherThatFailsGoesOnAndHarmsNoOther() throws Exception {
        broadcast.watch(view -> {
            note(view);
            throw new IllegalStateException("bug");
        });

        broadcast.publish(view("p", 1));
        assertEquals("p1", next());
        broadcast.publish(view("p", 2));

        assertEquals("p2", next());
    }

    @Test
    void afterClosingAWatcherHearsNothing() throws Exception {
        AutoCloseable first = broadcast.watch(view -> seen.add("closed"));
        first.close();
        broadcast.watch(this::note);

        broadcast.publish(view("p", 1));

        assertEquals("p1", next());
        assertTrue(seen.isEmpty());
    }

    private void note(PartyView view) {
        seen.add(view.id().value() + view.revision());
    }

    private String next() throws InterruptedException {
        String next = seen.poll(20, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static PartyView view(String id, long revision) {
        return new PartyView(
                new PartyId(id),
                revision,
                "name",
                new SeatId("discord:1"),
                HostLink.NONE,
                false,
                Mode.QUEUE,
                new Timeline.Silent(),
                new Search.Idle(),
                List.of(),
                List.of(),
                Set.of(),
                new Prospect(false, false, false, true, false, false),
                Audience.NOBODY,
                Crew.NONE,
                false);
    }
}
