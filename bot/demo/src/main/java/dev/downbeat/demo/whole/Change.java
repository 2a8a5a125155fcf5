package dev.downbeat.demo.whole;

import dev.downbeat.audio.Correlation;
import dev.downbeat.audio.OpusPackets;
import dev.downbeat.localdiscord.voice.CapturedFrame;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongToDoubleFunction;

/** When a host's act was first heard in voice. */
public final class Change {
    /** Less than 200 ms can be like the same place of another tune. */
    private static final int PIECE = 10;

    private static final double NEAR_SECONDS = 0.15;
    private static final double SURE = 0.8;
    private static final long FRAME_NANOS = 20_000_000;

    private Change() {}

    /** Arrival of the first silence after {@code actNanos}; a packet that never came is one too. */
    public static OptionalLong toSilence(List<CapturedFrame> frames, long actNanos) {
        long last = actNanos;
        for (CapturedFrame frame : frames) {
            if (frame.arrivalNanos() >= actNanos) {
                boolean missing = frame.arrivalNanos() - last > 10 * FRAME_NANOS;
                if (frame.opus().isSilence() || missing) {
                    return OptionalLong.of(missing ? last + FRAME_NANOS : frame.arrivalNanos());
                }
                last = frame.arrivalNanos();
            }
        }
        return last == actNanos ? OptionalLong.empty() : OptionalLong.of(last + FRAME_NANOS);
    }

    /**
     * Arrival of the first frame after {@code actNanos} that is from where the player is now.
     *
     * @param truth the player's position in seconds at a given instant, after the act
     */
    public static OptionalLong toSound(
            List<CapturedFrame> frames,
            long actNanos,
            Reference track,
            LongToDoubleFunction truth) {
        short[] pcm = OpusPackets.decodeAll(frames.stream().map(CapturedFrame::payload).toList());
        float[] mono = Correlation.mono(pcm);
        for (int i = PIECE - 1; i < frames.size(); i++) {
            CapturedFrame first = frames.get(i - PIECE + 1);
            if (first.arrivalNanos() >= actNanos) {
                int from = (i - PIECE + 1) * OpusPackets.SAMPLES;
                float[] piece = Arrays.copyOfRange(mono, from, from + PIECE * OpusPackets.SAMPLES);
                double expected = truth.applyAsDouble(first.arrivalNanos());
                if (track.find(piece, expected, NEAR_SECONDS).likeness() > SURE) {
                    return OptionalLong.of(first.arrivalNanos());
                }
            }
        }
        return OptionalLong.empty();
    }
}
