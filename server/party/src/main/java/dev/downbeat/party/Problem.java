package dev.downbeat.party;

/**
 * Why a source or the sound side could not do it; each has a sentence in both languages. A {@code
 * detail} beside it says why exactly: a reason's code and what that is about, with blanks between,
 * or nothing.
 */
public enum Problem {
    SOURCE_TIMED_OUT,
    SOURCE_UNAVAILABLE,
    LINK_REFUSED,
    FILE_REFUSED,
    TOO_LARGE,
    NO_SOUND,
    /** The host lent the file, it is no longer here, and the companion is asked for it anew. */
    LENT_ANEW,
    INTERNAL
}
