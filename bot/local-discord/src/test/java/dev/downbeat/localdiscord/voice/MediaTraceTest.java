package dev.downbeat.localdiscord.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

final class MediaTraceTest {
    private static final Opus SILENCE =
            new Opus(new byte[] {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE});
    private final List<CapturedFrame> captured = new ArrayList<>();
    private long sequence;
    private long ticks;

    private static Opus frame(int number) {
        return new Opus(ByteBuffer.allocate(4).putInt(number).array());
    }

    private static List<Opus> track() {
        return IntStream.range(0, 100).mapToObj(MediaTraceTest::frame).toList();
    }

    private void hear(Opus opus) {
        captured.add(
                new CapturedFrame(
                        captured.size(), ticks * 20_000_000, sequence++, 960 * ticks++, 1, opus));
    }

    private void hear(int from, int to) {
        IntStream.range(from, to).forEach(number -> hear(frame(number)));
    }

    @Test
    void aTrackFromStartToEndHasNoSteps() {
        hear(0, 100);

        MediaTrace trace = MediaTrace.of(captured, track());

        assertEquals(100, trace.places().size());
        assertEquals(List.of(), trace.steps());
    }

    @Test
    void aDroppedAndARepeatedFrameAreAudible() {
        hear(0, 10);
        hear(11, 20);
        hear(19, 30);

        List<MediaTrace.Step> steps = MediaTrace.of(captured, track()).audibleCorrections();

        assertEquals(List.of(1L, -1L), steps.stream().map(MediaTrace.Step::offBy).toList());
    }

    @Test
    void aSpliceIsAStepButNotAnAudibleOne() {
        hear(0, 10);
        IntStream.range(1000, 1020).forEach(number -> hear(frame(number)));
        hear(31, 40);

        MediaTrace trace = MediaTrace.of(captured, track());

        assertEquals(20, trace.unknownPackets());
        assertEquals(1, trace.steps().getFirst().offBy());
        assertTrue(trace.audibleCorrections().isEmpty());
    }

    @Test
    void aLostPacketIsTheNetworks() {
        hear(0, 10);
        sequence++;
        ticks++;
        hear(11, 20);

        MediaTrace.Step step = MediaTrace.of(captured, track()).steps().getFirst();

        assertEquals(1, step.lostBetween());
        assertFalse(step.isAudibleCorrection());
    }

    @Test
    void aPauseIsNotACorrection() {
        hear(0, 10);
        IntStream.range(0, 5).forEach(_ -> hear(SILENCE));
        ticks += 50;
        hear(10, 20);

        MediaTrace trace = MediaTrace.of(captured, track());

        assertEquals(50, trace.steps().getFirst().quietFrames());
        assertTrue(trace.audibleCorrections().isEmpty());
    }

    @Test
    void equalFramesAreToldApartByWhereTheyStand() {
        List<Opus> track = new ArrayList<>(track());
        track.set(50, frame(10));
        hear(5, 50);
        hear(frame(10));
        hear(51, 60);

        assertEquals(List.of(), MediaTrace.of(captured, track).steps());
    }
}
