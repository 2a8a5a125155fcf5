package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;

/** What became of the track the party wants next. */
public sealed interface Search {
    record Idle() implements Search {}

    record Asking(TrackRequest what) implements Search {}

    /** For example an upload of the host's file. */
    record Waiting(TrackRequest what, String source, Instant ready) implements Search {
        public Duration eta(Instant now) {
            Duration left = Duration.between(now, ready);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    record NotFound(TrackRequest what) implements Search {}

    record Failed(TrackRequest what, Problem problem, String detail) implements Search {}
}
