package dev.downbeat.audio.child.format;

import java.io.IOException;
import java.util.OptionalDouble;

/**
 * A medium whose head was understood.
 *
 * @param container for example {@code mp3}
 * @param sampleRate of the PCM that {@code decoder} gives, in Hz
 * @param declaredSeconds what the file says it lasts, where that can be relied upon
 * @param estimate for a display, where nothing reliable is said
 */
public record Sound(
        String container,
        int sampleRate,
        Tags tags,
        OptionalDouble declaredSeconds,
        Estimate estimate,
        Decoder decoder) {

    /** Gives all of the sound, once, from the beginning. */
    public interface Decoder {
        void decode(PcmSink sink) throws IOException;
    }

    /** Takes interleaved 16 bit stereo. */
    public interface PcmSink {
        void accept(short[] stereo, int frames);
    }

    /** Finds the duration by looking at all of the file, in seconds. */
    public interface Estimate {
        Estimate NONE = OptionalDouble::empty;

        OptionalDouble seconds() throws IOException;
    }

    /** A sound whose file says reliably how long it lasts, or says nothing at all. */
    static Sound of(
            String container,
            int sampleRate,
            Tags tags,
            OptionalDouble declaredSeconds,
            Decoder decoder) {
        return new Sound(container, sampleRate, tags, declaredSeconds, Estimate.NONE, decoder);
    }
}
