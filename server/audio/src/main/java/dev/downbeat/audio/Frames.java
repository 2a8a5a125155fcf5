package dev.downbeat.audio;

import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;

/**
 * The canonical frames of one medium, complete in the store or growing while a media child makes
 * them. Read from the tick's thread: no call waits or does I/O that is not a memory read.
 */
public interface Frames extends AutoCloseable {
    /**
     * The packet at {@code index}, or null when it does not exist (yet). Never changed afterwards.
     */
    byte @Nullable [] at(long index);

    /** Perceived loudness of that frame as one stored byte, 0 = silence; 255 when unknown. */
    int loudnessAt(long index);

    /** How many frames the medium has; empty while it is not known. */
    OptionalLong count();

    /** Why no further frame will come, as a code; null while all is well. */
    @Nullable String failure();

    @Override
    void close();
}
