package dev.downbeat.party;

import static dev.downbeat.party.Stageplay.HOST;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** The host's player plays faster than the music is. */
final class SpeedTest {
    private final Stageplay play = new Stageplay(Mode.FOLLOW);

    @Test
    void anotherSpeedHoldsTheMusicWhereThePlayerIs() {
        play.follow("a", 0);
        play.waitMillis(1_000);
        playsFast(1_000);
        assertEquals(new PausedBy.Speed(), pausedBy());

        play.waitMillis(1_000);
        playsFast(2_500);
        assertEquals(Duration.ofMillis(2_500), play.position());

        play.waitMillis(1_000);
        play.plays("a", 4_000);
        assertInstanceOf(Timeline.Playing.class, play.timeline());
    }

    @Test
    void aHoldSaysWhetherItIsForThePlayersPauseOrForItsSpeed() {
        play.follow("a", 0);
        play.waitMillis(1_000);
        play.report("a", Sighting.Status.PAUSED, 1_000);
        play.waitMillis(1_000);
        playsFast(1_000);
        assertEquals(new PausedBy.Speed(), pausedBy());

        play.waitMillis(1_000);
        play.report("a", Sighting.Status.PAUSED, 1_000);
        assertEquals(new PausedBy.Player(), pausedBy());

        play.ask(HOST, new Wish.Pause());
        play.waitMillis(3_000);
        playsFast(1_000);
        assertEquals(new PausedBy.Person(HOST), pausedBy());
    }

    private void playsFast(long positionMillis) {
        play.send(
                new PartyInput.Reported(
                        HOST,
                        new Sighting(
                                Stageplay.seen("a"),
                                Sighting.Status.PLAYING,
                                Duration.ofMillis(positionMillis),
                                true,
                                1.5,
                                play.now())));
    }

    private PausedBy pausedBy() {
        return assertInstanceOf(Timeline.Paused.class, play.timeline()).by();
    }
}
