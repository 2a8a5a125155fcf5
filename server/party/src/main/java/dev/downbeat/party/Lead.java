package dev.downbeat.party;

/** What the host's player was last seen to play in follow mode, and what became of it. */
public sealed interface Lead {
    record Nothing() implements Lead {}

    record Asked(TrackRequest.Seen what, ResolveId id) implements Lead {}

    record Matched(TrackRequest.Seen what, Track track) implements Lead {}

    /** No source has it, or it could not be played; {@link Search} says which. */
    record Missing(TrackRequest.Seen what) implements Lead {}

    /**
     * A person started the queue because the player leads to nothing. It leads again as soon as it
     * plays.
     *
     * @param what it showed then
     * @param missing whether no source has that: then it has to play something else first
     */
    record Aside(TrackRequest.Seen what, boolean missing) implements Lead {}

    /** Heard to its end, while the player may still show its last moments. */
    record Finished(TrackRequest.Seen what, Track track) implements Lead {}
}
