package dev.downbeat.party;

/** The final answer to a wish. */
public sealed interface Outcome {
    /** Done, with what to say. */
    record Done(Note note) implements Outcome {}

    /** Not done, with why and what would help. */
    record Refused(Note note) implements Outcome {}
}
