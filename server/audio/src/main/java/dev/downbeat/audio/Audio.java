package dev.downbeat.audio;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The sound side as a whole: child processes, frame store and tick. One per node. Any thread may
 * call.
 */
public interface Audio extends AutoCloseable {

    /**
     * @param folder the frame store's own folder
     * @param capacityBytes when full, the least recently used entry goes
     * @param nanos the node's monotonic clock; every instant is on its scale
     * @throws java.io.UncheckedIOException when the folder cannot be used
     */
    static Audio open(Path folder, long capacityBytes, LongSupplier nanos) {
        return new LocalAudio(folder, capacityBytes, nanos);
    }

    /** Reads tags and duration in a media child; waits at most 10 s. */
    Probe probe(MediaStream bytes);

    /** The content's key; reads the whole stream once. */
    MediaKey keyOf(MediaStream bytes);

    /** Starts making frames ahead of a play; returns at once. */
    void prepare(Medium medium);

    /** Deletes the frames kept under this key, once nobody plays them any more. */
    void forget(MediaKey key);

    /** A stage for one party. */
    Stage stage();

    /** Registers with the one tick until closed. */
    AutoCloseable join(Ticked ticked);

    /** What the tick counted so far. */
    TickFigures tickFigures();

    /** Why frames cannot be written since the last attempt; empty while they can. */
    Optional<FrameFault> frameFault();

    /** Makes the folder again when it is gone, and tries to write where that failed; waits. */
    void checkFrames();

    @Override
    void close();
}
