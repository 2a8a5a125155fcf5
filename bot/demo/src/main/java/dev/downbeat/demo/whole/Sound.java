package dev.downbeat.demo.whole;

import dev.downbeat.audio.Correlation;
import dev.downbeat.audio.OpusPackets;

import java.util.Arrays;
import java.util.Optional;

/**
 * Unbroken sound that was heard.
 *
 * @param mono at 48 kHz, whole frames
 * @param atNanos when its last frame arrived, by {@code System.nanoTime()}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sound(float[] mono, long atNanos) {
    /** Less than 200 ms can be like another place of the same tune. */
    static final int PIECE = 10;

    /** A second of one demo tune is like another tune or place up to 0.90; half of one, 0.98. */
    static final int SECOND = 50;

    private static final double SURE = 0.95;
    private static final double FINE_SECONDS = 0.001;
    private static final double RATE = 48_000;

    /** Where its last frame is from, if that is near {@code expected}, give or take, seconds. */
    Optional<Ear.Heard> newest(Reference track, double expected, double within) {
        int start = mono.length - PIECE * OpusPackets.SAMPLES;
        float[] piece = Arrays.copyOfRange(mono, start, mono.length);
        double before = (PIECE - 1) * OpusPackets.SAMPLES / RATE;
        Correlation.Match match = track.find(piece, expected - before, within);
        return match.isCertain()
                ? Optional.of(
                        new Ear.Heard(match.position() / RATE + before, atNanos, match.likeness()))
                : Optional.empty();
    }

    /** Whether all of it, ending with a frame from {@code seconds}, can only be of this track. */
    boolean isOf(Reference track, double seconds) {
        double begin = seconds - (mono.length - OpusPackets.SAMPLES) / RATE;
        return begin >= 0 && track.find(mono, begin, FINE_SECONDS).likeness() > SURE;
    }
}
