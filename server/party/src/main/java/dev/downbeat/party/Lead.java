package dev.downbeat.party;

/** What the host's player was last seen to play in follow mode, and what became of it. */
public sealed interface Lead {
    record Nothing() implements Lead {}

    record Asked(TrackRequest.Seen what, ResolveId id) implements Lead {}

    record Matched(TrackRequest.Seen what, Track track) implements Lead {}

    /** No source has it, or it could not be played; {@link Search} says which. */
    record Missing(TrackRequest.Seen what) implements Lead {}

    /** Heard to its end, while the player may still show its last moments. */
    record Finished(TrackRequest.Seen what, Track track) implements Lead {}
}
