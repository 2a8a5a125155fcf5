package dev.downbeat.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.demo.player.Deck;
import dev.downbeat.demo.tracks.DemoTrack;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

final class DistancesTest {
    private final AtomicLong nanos = new AtomicLong(1_000);
    private final Deck deck = new Deck(DemoTrack.all(), nanos::get);
    private final Distances distances = new Distances();

    /** A second later; whether what is heard then counts. */
    private boolean countsNext(double errorMs) {
        long now = nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        distances.saw(deck.readAt(now), now);
        return distances.heard(errorMs, now);
    }

    private void follow() {
        deck.play();
        for (int second = 0; second < 8; second++) {
            boolean _ = countsNext(5);
        }
    }

    @Test
    void theFirstSecondsOfAFollowAreLeftOut() {
        deck.play();

        for (int second = 0; second < 5; second++) {
            assertFalse(countsNext(142));
        }
        assertTrue(countsNext(-4));
        assertEquals(1, distances.figures().count());
        assertEquals(4, distances.figures().max());
    }

    @Test
    void whatIsHeardRightAfterAnActIsLeftOut() {
        follow();
        deck.skip(1);
        assertFalse(countsNext(300));
        assertTrue(countsNext(3));

        deck.seek(Duration.ofSeconds(30));
        assertFalse(countsNext(300));
        assertTrue(countsNext(3));
    }

    @Test
    void aTrackThatComesByItselfIsAnActToo() {
        deck.seek(Duration.ofSeconds(60));
        follow();
        boolean _ = countsNext(5);

        assertFalse(countsNext(300));
        assertEquals(1, deck.read().index());
    }

    @Test
    void aFollowAfterAnotherPartyComesToRestAnew() {
        follow();
        distances.apart();

        assertFalse(countsNext(90));
    }

    @Test
    void twoMinutesAreKept() {
        follow();
        for (int second = 0; second < 300; second++) {
            boolean _ = countsNext(2);
        }

        assertEquals(120, distances.figures().count());
    }
}
