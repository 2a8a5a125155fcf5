package dev.downbeat.party;

/** Who or what paused; what a person paused only a person resumes. */
public sealed interface PausedBy {
    record Person(SeatId who) implements PausedBy {}

    /** The host's own player is paused. */
    record Player() implements PausedBy {}

    /** The voice was taken away by a moderator. */
    record Removal() implements PausedBy {}
}
