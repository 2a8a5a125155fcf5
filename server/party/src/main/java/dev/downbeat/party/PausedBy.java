package dev.downbeat.party;

/** Who or what paused; what a person paused only a person resumes. */
public sealed interface PausedBy {
    record Person(SeatId who) implements PausedBy {}

    /** The host's own player is paused. */
    record Player() implements PausedBy {}

    /** The host's own player plays on, but at another speed than the music has. */
    record Speed() implements PausedBy {}

    /** The voice was taken away by a moderator. */
    record Removal() implements PausedBy {}

    /** Whether the host's player holds the music, and so may let it go on. */
    default boolean mayPlayerEnd() {
        return this instanceof Player || this instanceof Speed;
    }
}
