package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;

/** Where the party is: the one thing that every seat renders. */
public sealed interface Timeline {
    /** Nothing to hear. */
    record Silent() implements Timeline {}

    /**
     * @param position media position heard at {@code at}; later instants follow at normal speed
     */
    record Playing(PlaybackId id, Track track, Duration position, Instant at) implements Timeline {
        public Duration positionAt(Instant when) {
            return position.plus(Duration.between(at, when));
        }
    }

    record Paused(PlaybackId id, Track track, Duration position, PausedBy by) implements Timeline {}

    /** Chosen, but no frame of it was made yet. */
    record Buffering(PlaybackId id, Track track, Duration position, Instant since)
            implements Timeline {}
}
