package dev.downbeat.party;

/** Why a playback ended by itself. */
public sealed interface EndReason {
    record Finished() implements EndReason {}

    record Failed(Problem problem, String detail) implements EndReason {}
}
