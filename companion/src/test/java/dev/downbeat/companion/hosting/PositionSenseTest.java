package dev.downbeat.companion.hosting;

import static dev.downbeat.companion.hosting.Readings.paused;
import static dev.downbeat.companion.hosting.Readings.polled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.hosting.PositionSense.Judged;

import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

class PositionSenseTest {
    private final PositionSense sense = new PositionSense();

    @Test
    void aPositionThatMovesIsBelieved() {
        assertTrue(sense.judge(polled("A", 0, 0)).positionKnown());
        Judged later = sense.judge(polled("A", 5_000, 5_000));

        assertTrue(later.positionKnown());
        assertEquals(5_000, later.reading().positionMs().orElseThrow());
    }

    @Test
    void oneStuckAtZeroIsCountedHereAfterThreeSeconds() {
        assertTrue(sense.judge(polled("A", 0, 0)).positionKnown());
        assertTrue(sense.judge(polled("A", 0, 2_900)).positionKnown());
        Judged stuck = sense.judge(polled("A", 0, 3_500));

        assertFalse(stuck.positionKnown());
        assertEquals(3_500, stuck.reading().positionMs().orElseThrow());
    }

    @Test
    void oneThatIsMissingIsCountedFromTheStartOfTheTrackWithoutPauses() {
        sense.judge(polled("A", 0, 0).withPosition(OptionalLong.empty()));
        sense.judge(paused("A", 0, 10_000).withPosition(OptionalLong.empty()));
        sense.judge(polled("A", 0, 60_000).withPosition(OptionalLong.empty()));
        Judged counted = sense.judge(polled("A", 0, 61_000).withPosition(OptionalLong.empty()));

        assertFalse(counted.positionKnown());
        assertEquals(11_000, counted.reading().positionMs().orElseThrow());
    }

    @Test
    void theNextTrackIsCountedAnew() {
        sense.judge(polled("A", 0, 0).withPosition(OptionalLong.empty()));
        sense.judge(polled("A", 0, 50_000).withPosition(OptionalLong.empty()));
        Judged next = sense.judge(polled("B", 0, 51_000).withPosition(OptionalLong.empty()));

        assertEquals(0, next.reading().positionMs().orElseThrow());
    }

    @Test
    void aPlayerThatWaitsPausedAtZeroIsNotStuck() {
        assertTrue(sense.judge(paused("A", 0, 0)).positionKnown());
        assertTrue(sense.judge(paused("A", 0, 60_000)).positionKnown());
        assertTrue(sense.judge(polled("A", 0, 60_100)).positionKnown());
    }
}
