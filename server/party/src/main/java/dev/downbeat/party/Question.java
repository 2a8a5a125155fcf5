package dev.downbeat.party;

import java.time.Instant;

/**
 * One open question to the sources.
 *
 * @param deadline without an answer until then it counts as failed
 */
public record Question(
        ResolveId id, TrackRequest what, SeatId who, Purpose purpose, Instant deadline) {

    /** Whom the answer serves. */
    public sealed interface Purpose {
        /** The host's player plays it. */
        record Follow() implements Purpose {}

        /** Somebody asked for it; the answer is the answer to that wish. */
        record Grant(WishId wish) implements Purpose {}
    }
}
