package dev.downbeat.party;

/** What listeners may vote for. */
public enum Ballot {
    SKIP,
    PREVIOUS,
    PAUSE,
    RESUME
}
