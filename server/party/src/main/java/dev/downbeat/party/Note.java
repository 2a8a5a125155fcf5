package dev.downbeat.party;

import java.time.Duration;

/** Something to tell a person; every kind has a sentence in each language, made at the edge. */
public sealed interface Note {
    record NowPlaying(Track track) implements Note {}

    /**
     * @param index where it stands in the queue, counted from 0
     */
    record Queued(Track track, int index) implements Note {}

    record NotFound(TrackRequest what) implements Note {}

    record Failed(Problem problem, String detail) implements Note {}

    /** A track that some source has, but of which no sound comes (any more). */
    record Unplayable(Track track, Problem problem, String detail) implements Note {}

    /**
     * The queue goes no further by itself.
     *
     * @param failures tracks in a row that could not be played
     */
    record GaveUp(int failures) implements Note {}

    record Paused(Duration at) implements Note {}

    record Resumed(Duration at) implements Note {}

    record Sought(Duration to) implements Note {}

    record Skipped() implements Note {}

    record WentBack() implements Note {}

    record Stopped() implements Note {}

    record Removed(Track track) implements Note {}

    record Moved(Track track, int index) implements Note {}

    record ModeSet(Mode mode) implements Note {}

    record PlaceChanged() implements Note {}

    record PartyEnded() implements Note {}

    // Refusals.
    record OnlyHost() implements Note {}

    record OnlyHostOrRequester() implements Note {}

    /** The query has neither a letter nor a digit. */
    record NothingTyped() implements Note {}

    record NothingPlaying() implements Note {}

    record NothingToGoBackTo() implements Note {}

    record NoSuchItem() implements Note {}

    record QueueFull(int limit) implements Note {}

    record BeyondTrack(Duration length) implements Note {}

    record AlreadySo() implements Note {}

    record Busy() implements Note {}
}
