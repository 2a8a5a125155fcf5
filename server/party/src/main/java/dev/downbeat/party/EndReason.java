package dev.downbeat.party;

/** Why a playback ended by itself. */
public sealed interface EndReason {
    record Finished() implements EndReason {}

    record Failed(Problem problem, String detail) implements EndReason {}

    /** What the host lent is no longer here, and may be lent again. */
    record Gone(String detail) implements EndReason {}

    /** No sound came (any more), but the same recording lies elsewhere too. */
    record Replaced(Track by) implements EndReason {}
}
