package dev.downbeat.party;

/** Why a playback ended by itself. */
public sealed interface EndReason {
    record Finished() implements EndReason {}

    record Failed(Problem problem, String detail) implements EndReason {}

    /** No sound came (any more), but the same recording lies elsewhere too. */
    record Replaced(Track by) implements EndReason {}
}
