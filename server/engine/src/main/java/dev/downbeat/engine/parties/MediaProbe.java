package dev.downbeat.engine.parties;

import java.io.IOException;
import java.time.Duration;

/** Reads tags and duration of a medium without trusting it. Any thread may call; waits. */
@FunctionalInterface
public interface MediaProbe {
    /**
     * @throws IOException when the bytes do not come
     */
    Probed probe(MediaBytes bytes) throws IOException;

    /** What came of it. */
    sealed interface Probed {
        /** Empty text and a zero duration mean "not said". */
        record Tags(String title, String artist, String album, Duration duration)
                implements Probed {}

        /**
         * @param reason a code that has words in {@code ReasonWords}
         */
        record Refused(String reason) implements Probed {}
    }
}
