package dev.downbeat.audio;

import org.jspecify.annotations.Nullable;

/** One reader's view of a stage. Called from the tick's threads; never waits. */
public interface FrameTap extends AutoCloseable {
    /** The frame due at this tick, or null for silence. */
    @Nullable Frame due(long tick);

    /** Frames that this tap did not take in time. */
    long dropped();

    @Override
    void close();
}
