package dev.downbeat.party;

/** Why a source or the sound side could not do it; each has a sentence in both languages. */
public enum Problem {
    SOURCE_TIMED_OUT,
    SOURCE_UNAVAILABLE,
    LINK_REFUSED,
    FILE_REFUSED,
    TOO_LARGE,
    NO_SOUND,
    INTERNAL
}
