package dev.downbeat.demo.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.downbeat.demo.tracks.DemoTrack;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

class DeckTest {
    private final AtomicLong nanos = new AtomicLong(1_000);
    private final List<DemoTrack> tracks = DemoTrack.all();
    private final Deck deck = new Deck(tracks, nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aStillDeckStaysWhereItIs() {
        pass(Duration.ofSeconds(5));

        assertEquals(Duration.ZERO, deck.read().position());
        assertFalse(deck.read().playing());
    }

    @Test
    void aPausedDeckGoesOnWhereItStopped() {
        deck.play();
        pass(Duration.ofSeconds(10));
        deck.pause();
        pass(Duration.ofSeconds(99));
        deck.play();
        pass(Duration.ofSeconds(1));

        assertEquals(Duration.ofSeconds(11), deck.read().position());
    }

    @Test
    void theNextTrackFollowsWithoutAGap() {
        deck.play();
        pass(tracks.getFirst().length().plusMillis(250));

        assertEquals(1, deck.read().index());
        assertEquals(Duration.ofMillis(250), deck.read().position());
    }

    @Test
    void theListStartsAgainAtItsEnd() {
        deck.skip(-1);
        assertEquals(tracks.size() - 1, deck.read().index());

        deck.skip(1);
        assertEquals(0, deck.read().index());
    }

    @Test
    void aSeekBeyondTheEndStaysInTheTrack() {
        deck.seek(Duration.ofHours(1));

        assertEquals(0, deck.read().index());
    }
}
