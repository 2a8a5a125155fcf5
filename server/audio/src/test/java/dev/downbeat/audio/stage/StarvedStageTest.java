package dev.downbeat.audio.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.FrameTap;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Frames that are late. */
class StarvedStageTest {
    private final Rehearsal here = Rehearsal.begin();
    private final FrameTap tap = here.stage.tap(Duration.ZERO);

    @Test
    void aTimelineThatRunsOnIsJoinedWhereItIsByThen() {
        MemoryFrames frames = MemoryFrames.growing(500);
        here.play(1, frames, 1_000, 20);
        assertEquals(List.of(-1L, -1L, -1L), here.hearIndices(tap, 3));

        frames.grow(200);

        assertEquals(List.of(53L, 54L), here.hearIndices(tap, 2));
        assertEquals(List.of("sounding 1060 at " + here.instant(4)), here.told.words);
    }

    @Test
    void aTimelineThatWaitsBeginsAtItsPosition() {
        MemoryFrames frames = MemoryFrames.growing(500);
        here.playWhenReady(1, frames, 1_000, 20);
        here.hear(tap, 3);

        frames.grow(200);

        assertEquals(List.of(50L, 51L), here.hearIndices(tap, 2));
        assertEquals(List.of("sounding 1000 at " + here.instant(4)), here.told.words);
    }

    @Test
    void aTimelineThatWaitsLosesNothingWhenItsInstantHasPassed() {
        here.playWhenReady(1, MemoryFrames.numbered(500), 1_000, -200);

        assertEquals(List.of(50L, 51L), here.hearIndices(tap, 2));
    }

    @Test
    void aTimelineThatWaitsLosesNothingToALead() {
        FrameTap early = here.stage.tap(Duration.ofMillis(200));
        here.playWhenReady(1, MemoryFrames.numbered(500), 0, 20);

        assertEquals(List.of(0L, 1L), here.hearIndices(early, 2));
        assertEquals(List.of("sounding 0 at " + here.instant(11)), here.told.words);
        early.close();
        here.playWhenReady(2, MemoryFrames.numbered(500), 1_000, 20);
        assertEquals(List.of(50L, 51L), here.hearIndices(tap, 2));
    }

    @Test
    void soundWaitsUntilTenFramesAreThere() {
        MemoryFrames frames = MemoryFrames.growing(500).grow(9);
        here.playWhenReady(1, frames, 0, 20);
        assertEquals(List.of(-1L, -1L), here.hearIndices(tap, 2));

        frames.grow(10);

        assertEquals(List.of(0L, 1L), here.hearIndices(tap, 2));
    }

    @Test
    void aMediumShorterThanTenFramesSounds() {
        here.playWhenReady(1, MemoryFrames.numbered(4), 0, 20);

        assertEquals(List.of(0L, 1L, 2L, 3L, -1L), here.hearIndices(tap, 5));
    }

    @Test
    void anUnderrunIsSilentAndThenBackOnTheTimeline() {
        MemoryFrames frames = MemoryFrames.growing(500).grow(12);
        here.play(1, frames, 0, 20);
        assertEquals(11L, here.hearIndices(tap, 12).getLast());
        assertEquals(List.of(-1L, -1L, -1L), here.hearIndices(tap, 3));

        frames.grow(100);

        assertEquals(List.of(15L, 16L), here.hearIndices(tap, 2));
        assertEquals(1, here.stage.figures().underruns());
        assertEquals(1, here.stage.audibleCorrections());
    }

    @Test
    void anUnderrunOfAWaitingTimelineLosesNothing() {
        MemoryFrames frames = MemoryFrames.growing(500).grow(12);
        here.playWhenReady(1, frames, 0, 20);
        here.hear(tap, 15);

        frames.grow(100);

        assertEquals(List.of(12L, 13L), here.hearIndices(tap, 2));
        assertEquals(1, here.stage.figures().underruns());
        assertEquals(0, here.stage.audibleCorrections());
        assertEquals("sounding 240 at " + here.instant(16), here.told.words.getLast());
        assertEquals(0, tap.dropped());
    }

    @Test
    void aStallWhileWaitingLosesNothing() {
        MemoryFrames frames = MemoryFrames.growing(500);
        here.playWhenReady(1, frames, 0, 20);
        here.hear(tap, 2);
        here.jump(70);
        frames.grow(100);

        assertEquals(List.of(0L, 1L), here.hearIndices(tap, 2));
    }

    @Test
    void theFramesThatCameSoundBeforeTheFailureIsTold() {
        MemoryFrames frames = MemoryFrames.growing(500).grow(5);
        frames.fail("the file is cut off");
        here.play(1, frames, 0, 20);

        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, -1L), here.hearIndices(tap, 6));
        assertEquals("failed the file is cut off", here.told.words.getLast());
        assertEquals(2, here.told.words.size());
    }

    @Test
    void theNextTrackBeginsAfterTheLastFrameOfABrokenOne() {
        MemoryFrames broken = MemoryFrames.growing(500).grow(40);
        broken.fail("length_wrong 10.0 0.8");
        here.playWhenReady(1, broken, 0, 20);
        here.hear(tap, 20);
        assertEquals("failed length_wrong 10.0 0.8", here.told.words.getLast());

        here.playWhenReady(2, MemoryFrames.numbered(500), 0, 60);

        List<Long> heard = here.hearIndices(tap, 22);
        assertEquals(
                List.of(20L, 39L, 0L, 1L),
                List.of(heard.get(0), heard.get(19), heard.get(20), heard.get(21)));
    }

    @Test
    void unreadableFramesEndThePlayOnly() {
        here.play(1, MemoryFrames.numbered(100).unreadableAt(20), 0, 20);

        assertEquals(19L, here.hearIndices(tap, 30).get(19));
        assertTrue(here.told.words.getLast().startsWith("failed"), here.told.words.toString());
        here.play(2, MemoryFrames.numbered(100), 1_000, 20);
        assertEquals(50, here.hearIndex(tap));
        assertEquals(0, here.tick.figures().failedCalls());
    }

    @Test
    void aSupplyThatThrowsIsAFailureOfThatPlay() {
        here.stage.play(
                1,
                new dev.downbeat.audio.Medium(
                        new dev.downbeat.audio.MediaKey("unknown"), Rehearsal.NO_BYTES),
                Duration.ZERO,
                here.now(),
                true,
                here.told);

        assertTrue(here.told.words.getFirst().startsWith("failed"), here.told.words.toString());
    }
}
