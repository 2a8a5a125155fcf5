package dev.downbeat.demo.whole;

import dev.downbeat.audio.Correlation;
import dev.downbeat.audio.OpusPackets;
import dev.downbeat.localdiscord.voice.CapturedFrame;
import dev.downbeat.localdiscord.voice.Recording;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Listens to what a voice channel receives and says where in a known track it is: decodes the
 * newest packets and finds them in the track by correlation. One thread.
 */
public final class Ear {
    /** A decoder that enters in the middle is wrong for up to 160 ms. */
    private static final int PRE_ROLL = 8;

    /** What came longer ago than this is not what is heard now. */
    static final long FRESH_NANOS = 200_000_000;

    /** Less than 200 ms can be like another place of the same tune. */
    private static final int PIECE = 10;

    private final Recording recording;

    public Ear(Recording recording) {
        this.recording = recording;
    }

    /**
     * @param seconds media position of the frame's first sample
     * @param atNanos when its packet arrived, by {@code System.nanoTime()}
     */
    public record Heard(double seconds, long atNanos, double likeness) {}

    /**
     * The newest frame's place in {@code track}; empty while there is no unbroken sound or it is
     * not from near {@code expected} seconds, give or take {@code within}.
     */
    public Optional<Heard> newest(Reference track, double expected, double within) {
        long next = recording.nextIndex();
        return at(recording.since(Math.max(0, next - PRE_ROLL - PIECE)), track, expected, within);
    }

    private static Optional<Heard> at(
            List<CapturedFrame> frames, Reference track, double expected, double within) {
        if (frames.size() < PRE_ROLL + PIECE || !isUnbrokenSound(frames)) {
            return Optional.empty();
        }
        short[] pcm = OpusPackets.decodeAll(frames.stream().map(CapturedFrame::payload).toList());
        float[] mono = Correlation.mono(pcm);
        int start = mono.length - PIECE * OpusPackets.SAMPLES;
        float[] piece = Arrays.copyOfRange(mono, start, mono.length);
        double pieceExpected = expected - (PIECE - 1) * OpusPackets.SAMPLES / 48_000.0;
        Correlation.Match match = track.find(piece, pieceExpected, within);
        if (!match.isCertain()) {
            return Optional.empty();
        }
        double seconds = (match.position() + (PIECE - 1) * OpusPackets.SAMPLES) / 48_000.0;
        return Optional.of(new Heard(seconds, frames.getLast().arrivalNanos(), match.likeness()));
    }

    private static boolean isUnbrokenSound(List<CapturedFrame> frames) {
        CapturedFrame first = frames.getFirst();
        CapturedFrame last = frames.getLast();
        return System.nanoTime() - last.arrivalNanos() < FRESH_NANOS
                && last.sequence() - first.sequence() == frames.size() - 1
                && last.timestamp() - first.timestamp()
                        == (long) OpusPackets.SAMPLES * (frames.size() - 1)
                && frames.stream().noneMatch(frame -> frame.opus().isSilence());
    }
}
