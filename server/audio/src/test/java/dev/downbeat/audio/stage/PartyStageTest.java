package dev.downbeat.audio.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.Frame;
import dev.downbeat.audio.FrameTap;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

class PartyStageTest {
    private final Rehearsal here = Rehearsal.begin();
    private final FrameTap tap = here.stage.tap(Duration.ZERO);

    @Test
    void everyFrameIsStampedWithTheInstantAtWhichItsPositionIsHeard() {
        here.play(1, MemoryFrames.numbered(500), 3_000, 60);

        for (int i = 1; i <= 100; i++) {
            Frame frame = Rehearsal.sure(tap.due(here.next()));
            assertEquals(here.now(), frame.atNanos());
            assertEquals(150 - 3 + i, frame.mediaIndex());
            assertEquals(frame.mediaIndex(), ByteBuffer.wrap(frame.opus()).getLong());
            assertEquals(i - 1, frame.sequence());
            assertEquals(1, frame.generation());
            assertFalse(frame.spliced());
        }
    }

    @Test
    void aPositionBetweenFramesIsAtMostTenMillisecondsOff() {
        long generation = 0;
        for (long off = 0; off < 20; off += 3) {
            here.play(++generation, MemoryFrames.numbered(500), 2_000 + off, 40 + off / 2);
            long wantedNow = 2_000 + off - 40 - off / 2;
            long heard = here.hearIndex(tap) * 20 - 20;

            assertTrue(Math.abs(heard - wantedNow) <= 10, heard + " for " + wantedNow);
        }
    }

    @Test
    void theListenerLearnsWhichPositionSoundsWhen() {
        here.play(1, MemoryFrames.numbered(500), 0, 100);

        here.jump(1);

        assertEquals(List.of("sounding 0 at " + here.instant(5)), here.told.words);
    }

    @Test
    void everyTapGetsTheSameFrames() {
        FrameTap other = here.stage.tap(Duration.ZERO);
        here.play(1, MemoryFrames.numbered(500), 1_000, 0);

        for (int i = 0; i < 60; i++) {
            long tick = here.next();
            assertSame(Rehearsal.sure(tap.due(tick)), other.due(tick));
        }
    }

    @Test
    void aTapWithALeadGetsTheFrameOfALaterInstant() {
        FrameTap early = here.stage.tap(Duration.ofMillis(200));
        here.play(1, MemoryFrames.numbered(500), 1_000, 0);

        long tick = here.next();

        Frame ahead = Rehearsal.sure(early.due(tick));
        assertEquals(here.instant(tick + 10), ahead.atNanos());
        assertEquals(Rehearsal.sure(tap.due(tick)).mediaIndex() + 10, ahead.mediaIndex());
        assertSame(ahead, here.hear(tap, 10).getLast());
    }

    @Test
    void aLeadLongerThanWhatIsMadeAheadIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> here.stage.tap(Duration.ofMillis(500)));
        assertThrows(IllegalArgumentException.class, () -> here.stage.tap(Duration.ofMillis(-20)));
    }

    @Test
    void aStopIsSilentOnTheNextTick() {
        FrameTap early = here.stage.tap(Duration.ofMillis(300));
        MemoryFrames frames = MemoryFrames.numbered(500);
        here.play(1, frames, 1_000, 0);
        Rehearsal.sure(tap.due(here.next()));

        here.stage.stop(2);

        long tick = here.next();
        assertNull(tap.due(tick));
        assertNull(early.due(tick));
        assertTrue(frames.isClosed());
    }

    @Test
    void aSeekIsHeardOnTheNextTickOnItsOwnTimeline() {
        here.play(1, MemoryFrames.numbered(2_000), 1_000, 0);
        here.hear(tap, 10);

        here.play(2, MemoryFrames.numbered(2_000), 30_000, 60);

        assertEquals(List.of(1_498L, 1_499L, 1_500L), here.hearIndices(tap, 3));
        assertEquals(0, here.stage.audibleCorrections());
    }

    @Test
    void whatSoundsGoesOnUntilTheNextTrackBegins() {
        here.play(1, MemoryFrames.numbered(2_000), 0, 20);
        here.hear(tap, 10);

        here.play(2, MemoryFrames.numbered(100), 0, 60);

        assertEquals(List.of(10L, 11L, 0L, 1L), here.hearIndices(tap, 4));
    }

    @Test
    void anOldGenerationIsIgnored() {
        here.play(5, MemoryFrames.numbered(500), 0, 20);
        here.hear(tap, 1);

        here.play(4, MemoryFrames.numbered(500), 2_000, 0);
        here.play(5, MemoryFrames.numbered(500), 2_000, 0);
        here.stage.stop(4);

        assertEquals(List.of(1L, 2L), here.hearIndices(tap, 2));
    }

    @Test
    void theEndIsToldOnceAndFollowedBySilence() {
        here.play(1, MemoryFrames.numbered(30), 0, 20);

        List<Long> heard = here.hearIndices(tap, 35);

        assertEquals(29L, heard.get(29));
        assertEquals(List.of(-1L, -1L, -1L, -1L, -1L), heard.subList(30, 35));
        assertEquals(List.of("sounding 0 at " + here.instant(1), "finished"), here.told.words);
        assertEquals(0, here.stage.figures().underruns());
    }

    @Test
    void theNextTrackOfAQueueWaitsForTheLastHalfSecond() {
        here.playWhenReady(1, MemoryFrames.numbered(30), 0, 20);
        here.hear(tap, 10);
        assertEquals("finished", here.told.words.getLast());

        here.playWhenReady(2, MemoryFrames.numbered(100), 0, 60);

        List<Long> heard = here.hearIndices(tap, 22);
        assertEquals(29L, heard.get(19));
        assertEquals(List.of(0L, 1L), heard.subList(20, 22));
        assertEquals("sounding 0 at " + here.instant(31), here.told.words.getLast());
    }

    @Test
    void aTapThatMissesTicksCountsWhatItLost() {
        here.play(1, MemoryFrames.numbered(500), 0, 20);
        here.hear(tap, 3);
        here.jump(1);
        here.jump(1);

        assertEquals(5, here.hearIndex(tap));
        assertEquals(2, tap.dropped());
        assertEquals(2, here.stage.figures().droppedFrames());
    }

    @Test
    void afterAStallOfASecondTheNextFrameIsOnTheTimeline() {
        here.play(1, MemoryFrames.numbered(500), 0, 20);
        assertEquals(0, here.hearIndex(tap));

        long tick = here.jump(50);

        Frame frame = Rehearsal.sure(tap.due(tick));
        assertEquals(50, frame.mediaIndex());
        assertEquals(here.now(), frame.atNanos());
        assertEquals(1, here.stage.audibleCorrections());
        assertEquals(49, tap.dropped());
        assertEquals(List.of(51L, 52L), here.hearIndices(tap, 2));
    }

    @Test
    void aShortStallIsMadeUpForWithoutAStep() {
        FrameTap early = here.stage.tap(Duration.ofMillis(480));
        here.play(1, MemoryFrames.numbered(500), 0, 20);
        here.hear(early, 1);
        here.clock.advance(60 * Rehearsal.MILLI);
        here.tick.turn();

        assertEquals(27, Rehearsal.sure(early.due(here.tick.current())).mediaIndex());
        here.sendersTurn();
        here.hear(tap, 5);

        assertEquals(0, here.stage.audibleCorrections());
    }

    @Test
    void aTapDoesNotWaitForTheStagesOwnTurn() {
        here.play(1, MemoryFrames.numbered(500), 0, 20);
        here.hear(tap, 1);
        here.clock.advance(1_000 * Rehearsal.MILLI);
        here.tick.turn();

        assertEquals(50, Rehearsal.sure(tap.due(here.tick.current())).mediaIndex());
    }

    @Test
    void aClosedTapAndAClosedStageAreSilent() {
        FrameTap other = here.stage.tap(Duration.ZERO);
        here.play(1, MemoryFrames.numbered(500), 0, 20);
        other.close();
        assertNull(other.due(here.next()));

        here.stage.close();

        assertNull(tap.due(here.next()));
    }
}
