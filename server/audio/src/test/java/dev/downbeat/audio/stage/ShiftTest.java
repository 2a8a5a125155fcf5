package dev.downbeat.audio.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.Frame;
import dev.downbeat.audio.FrameTap;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Corrections of a running play. */
class ShiftTest {
    private static final List<byte[]> PACKETS = Sound.packets(Sound.tones(301));

    private Rehearsal here = Rehearsal.begin();
    private FrameTap tap = here.stage.tap(Duration.ZERO);

    private static MemoryFrames music() {
        return new MemoryFrames(PACKETS).grow(300).complete();
    }

    /** Plays from the start, asks for a shift after ten frames and returns what is heard. */
    private List<Frame> shifted(Duration by, MemoryFrames music, int ticks) {
        here.play(1, music, 0, 20);
        List<Frame> heard = new ArrayList<>(sure(10));
        here.stage.shift(1, by);
        heard.addAll(sure(ticks - 10));
        return heard;
    }

    private List<Frame> sure(int ticks) {
        return here.hear(tap, ticks).stream().map(Objects::requireNonNull).toList();
    }

    private static void checkOneSplice(List<Frame> heard, int step) {
        List<Frame> spliced = heard.stream().filter(Frame::spliced).toList();
        assertEquals(Splice.FRAMES, spliced.size());
        int begin = heard.indexOf(spliced.getFirst());
        for (int i = 0; i < heard.size(); i++) {
            Frame frame = heard.get(i);
            assertEquals(i < begin ? i : i + step, frame.mediaIndex());
            assertEquals(i, frame.sequence());
            assertEquals(i >= begin && i < begin + Splice.FRAMES, frame.spliced());
            if (!frame.spliced()) {
                assertSame(PACKETS.get((int) frame.mediaIndex()), frame.opus());
            }
        }
    }

    @Test
    void oneFrameOut() {
        checkOneSplice(shifted(Duration.ofMillis(20), music(), 90), 1);
        assertEquals(0, here.stage.audibleCorrections());
        assertEquals(1, here.stage.figures().splices());
    }

    @Test
    void oneFrameIn() {
        checkOneSplice(shifted(Duration.ofMillis(-20), music(), 90), -1);
        assertEquals(0, here.stage.audibleCorrections());
    }

    @Test
    void threeFramesEitherWayRounded() {
        checkOneSplice(shifted(Duration.ofMillis(63), music(), 90), 3);
        here = Rehearsal.begin();
        tap = here.stage.tap(Duration.ZERO);
        checkOneSplice(shifted(Duration.ofMillis(-57), music(), 90), -3);
    }

    @Test
    void itIsDoneAtTheQuietestPlaceOfTheNextSecond() {
        List<Frame> heard = shifted(Duration.ofMillis(20), music().quietAt(47), 90);

        // Quiet on one side of the step or the other.
        long first = heard.stream().filter(Frame::spliced).findFirst().orElseThrow().mediaIndex();
        assertTrue(first == 47 || first == 48, "at " + first);
        assertEquals(0, here.stage.audibleCorrections());
    }

    @Test
    void halfASecondTakesSeveralSplices() {
        List<Frame> heard = shifted(Duration.ofMillis(500), music(), 200);

        assertEquals(3, here.stage.figures().splices());
        assertEquals(199 + 25, heard.getLast().mediaIndex());
        assertEquals(0, here.stage.audibleCorrections());
    }

    @Test
    void shiftsOnTheHeelsOfOneAnotherAreAllSpliced() {
        here.play(1, music().quietAt(38), 0, 20);
        List<Frame> heard = new ArrayList<>(sure(10));
        for (int i = 0; i < 4; i++) {
            here.stage.shift(1, Duration.ofMillis(60));
            heard.addAll(sure(3));
        }
        heard.addAll(sure(150));

        assertEquals(heard.size() - 1 + 12, heard.getLast().mediaIndex());
        assertEquals(0, here.stage.audibleCorrections());
    }

    @Test
    void everyTapHearsTheSameSplice() {
        FrameTap early = here.stage.tap(Duration.ofMillis(400));
        here.play(1, music(), 0, 20);
        List<Frame> first = new ArrayList<>();
        List<Frame> second = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            if (i == 10) {
                here.stage.shift(1, Duration.ofMillis(-40));
            }
            long tick = here.next();
            first.add(Rehearsal.sure(tap.due(tick)));
            second.add(Rehearsal.sure(early.due(tick)));
        }

        for (int i = 0; i < 100; i++) {
            assertSame(first.get(i + 20), second.get(i));
        }
        assertTrue(first.stream().anyMatch(Frame::spliced));
    }

    @Test
    void aSpliceThatComesTooLateIsMadeAgainFurtherOn() {
        here = Rehearsal.withSlowSplices();
        tap = here.stage.tap(Duration.ZERO);
        here.play(1, music(), 0, 20);
        List<Frame> heard = new ArrayList<>(sure(10));
        here.stage.shift(1, Duration.ofMillis(20));
        heard.addAll(sure(20));
        here.finishSplices();
        assertEquals(0, here.stage.figures().splices());
        heard.addAll(sure(1));
        here.finishSplices();
        heard.addAll(sure(60));

        checkOneSplice(heard, 1);
    }

    @Test
    void aSpliceOfAnOlderGenerationIsForgotten() {
        here = Rehearsal.withSlowSplices();
        tap = here.stage.tap(Duration.ZERO);
        here.play(1, music(), 0, 20);
        sure(10);
        here.stage.shift(1, Duration.ofMillis(20));
        here.play(2, music(), 3_000, 0);
        here.finishSplices();

        List<Frame> heard = sure(60);
        here.finishSplices();

        assertEquals(List.of(), heard.stream().filter(Frame::spliced).toList());
        assertEquals(0, here.stage.figures().splices());
    }

    @Test
    void aShiftOfAnotherGenerationIsIgnored() {
        here.play(2, music(), 0, 20);
        sure(10);

        here.stage.shift(1, Duration.ofMillis(20));

        assertEquals(List.of(), sure(80).stream().filter(Frame::spliced).toList());
    }

    @Test
    void whatCannotBeDecodedIsLeftAlone() {
        here.play(1, MemoryFrames.numbered(300), 0, 20);
        sure(10);

        here.stage.shift(1, Duration.ofMillis(20));

        assertEquals(89, sure(80).getLast().mediaIndex());
        assertEquals(1, here.stage.figures().failedSplices());
    }

    @Test
    void whileNothingIsHeardTheStepNeedsNoSplice() {
        MemoryFrames music = new MemoryFrames(PACKETS);
        here.play(1, music, 1_000, 20);
        here.hear(tap, 5);
        here.stage.shift(1, Duration.ofMillis(60));
        music.grow(300);

        assertEquals(58, here.hearIndex(tap));
        assertEquals(0, here.stage.figures().splices());
    }

    @Test
    void thePacketsOfASpliceDecodeToTwentyMilliseconds() {
        List<Frame> heard = shifted(Duration.ofMillis(20), music(), 90);

        short[] pcm = OpusPcm.decode(heard.stream().map(Frame::opus).toList());

        assertEquals(90 * OpusPcm.FRAME_SHORTS, pcm.length);
        assertArrayEquals(
                java.util.Arrays.copyOf(OpusPcm.decode(PACKETS), 10 * OpusPcm.FRAME_SHORTS),
                java.util.Arrays.copyOf(pcm, 10 * OpusPcm.FRAME_SHORTS));
    }
}
