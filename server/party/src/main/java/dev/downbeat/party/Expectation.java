package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;

/** What the host's player should show once it did what it was told. */
public sealed interface Expectation {
    record None() implements Expectation {}

    record Plays() implements Expectation {}

    record Pauses() implements Expectation {}

    /** Is at {@code position} at instant {@code at}, or was paused there. */
    record IsAt(Duration position, Instant at) implements Expectation {}

    /**
     * Plays another track than {@code left}, or that one again from well before {@code position}.
     */
    record LeavesTrack(TrackRequest.Seen left, Duration position) implements Expectation {}
}
