package dev.downbeat.demo.whole;

import dev.downbeat.audio.Correlation;
import dev.downbeat.audio.OpusPackets;
import dev.downbeat.localdiscord.voice.CapturedFrame;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongToDoubleFunction;

/** When a host's act was first heard in voice. */
public final class Change {
    /** Half a second of it is never so like another place or tune: those reach 0.92. */
    private static final int PIECE = 25;

    private static final double SURE = 0.95;
    private static final double NEAR_SECONDS = 1.0;
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
     * The first frame of what the player plays now.
     *
     * @param errorMs voice against player there; positive when voice is ahead
     */
    public record Heard(long atNanos, double errorMs) {}

    /**
     * The first frame after {@code actNanos} that is from within a second of where the player is.
     *
     * @param truth the player's position in seconds at a given instant, after the act
     */
    public static Optional<Heard> toSound(
            List<CapturedFrame> frames,
            long actNanos,
            Reference track,
            LongToDoubleFunction truth) {
        short[] pcm = OpusPackets.decodeAll(frames.stream().map(CapturedFrame::payload).toList());
        float[] mono = Correlation.mono(pcm);
        for (int i = PIECE - 1; i < frames.size(); i++) {
            CapturedFrame first = frames.get(i - PIECE + 1);
            if (first.arrivalNanos() >= actNanos && isUnbroken(first, frames.get(i))) {
                int from = (i - PIECE + 1) * OpusPackets.SAMPLES;
                float[] piece = Arrays.copyOfRange(mono, from, from + PIECE * OpusPackets.SAMPLES);
                double expected = truth.applyAsDouble(first.arrivalNanos());
                Correlation.Match match = track.find(piece, expected, NEAR_SECONDS);
                if (match.likeness() > SURE) {
                    double errorMs = (match.position() / 48_000.0 - expected) * 1000;
                    return Optional.of(new Heard(first.arrivalNanos(), errorMs));
                }
            }
        }
        return Optional.empty();
    }

    /** A piece with a pause in it holds the player's new track and yet begins with the old one. */
    private static boolean isUnbroken(CapturedFrame first, CapturedFrame last) {
        return last.arrivalNanos() - first.arrivalNanos() < (PIECE + 5) * FRAME_NANOS;
    }
}
