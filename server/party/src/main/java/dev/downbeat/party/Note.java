package dev.downbeat.party;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Something to tell a person; every kind has a sentence in each language, made at the edge. */
public sealed interface Note {
    record NowPlaying(Track track) implements Note {}

    /**
     * @param index where it stands in the queue, counted from 0
     */
    record Queued(Track track, int index) implements Note {}

    /**
     * The same while the host's player leads: heard when it is away.
     *
     * @param index where it stands in the queue, counted from 0
     */
    record QueuedAside(Track track, int index) implements Note {}

    /**
     * Queued in silence, which begins the queue.
     *
     * @param first what sounds now
     * @param index where the new track stands in the queue, counted from 0
     */
    record QueueStarted(Track first, Track track, int index) implements Note {}

    record NotFound(TrackRequest what) implements Note {}

    /**
     * What was typed fits more than one track.
     *
     * @param first names of a few of them
     * @param count of all of them
     */
    record Several(TrackRequest what, List<String> first, int count) implements Note {
        public Several {
            first = List.copyOf(first);
        }
    }

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

    /** Nothing comes after it. */
    record SkippedLast() implements Note {}

    record WentBack() implements Note {}

    /** In silence the host's player was told to turn; it is heard when it plays. */
    record PlayerTold() implements Note {}

    record Stopped() implements Note {}

    record Removed(Track track) implements Note {}

    record Moved(Track track, int index) implements Note {}

    record Cleared(int items) implements Note {}

    record Shuffled(int items) implements Note {}

    /**
     * A change of the queue was taken back.
     *
     * @param items how many it was about
     */
    record Undone(Kind kind, int items) implements Note {
        /** What had been done. */
        public enum Kind {
            ADDED,
            REMOVED,
            MOVED,
            SHUFFLED
        }
    }

    record ModeSet(Mode mode) implements Note {}

    record PlaceChanged() implements Note {}

    record PartyEnded() implements Note {}

    /** A vote that is not carried yet. */
    record Voted(Ballot what, int votes, int needed) implements Note {}

    record DjAdded(SeatId who) implements Note {}

    record DjRemoved(SeatId who) implements Note {}

    // Refusals.
    /** Listeners may, and this one hears nothing of the party. */
    record OnlyListeners() implements Note {}

    record OnlyHostOrDj() implements Note {}

    record VotedAlready(Ballot what, int votes, int needed) implements Note {}

    /** Who came just now has no vote yet. */
    record VoteLater(Duration in) implements Note {}

    record TooManyDjs(int limit) implements Note {}

    record OnlyHost() implements Note {}

    record OnlyHostOrRequester() implements Note {}

    /** The query has neither a letter nor a digit. */
    record NothingTyped() implements Note {}

    record NothingPlaying() implements Note {}

    /** The same where the host's player says what plays: a play there would help. */
    record NothingFromPlayer() implements Note {}

    /**
     * Nothing is playing, and a resume starts the queue.
     *
     * @param leads whether a new track starts it, too
     */
    record QueueWaits(boolean leads) implements Note {}

    record NothingToGoBackTo() implements Note {}

    record NothingToUndo() implements Note {}

    record NothingQueued() implements Note {}

    record NoSuchItem() implements Note {}

    record QueueFull(int limit) implements Note {}

    /** A guest has that many tracks in the queue already. */
    record ShareFull(int limit) implements Note {}

    record BeyondTrack(Duration length) implements Note {}

    record AlreadySo(What what) implements Note {
        /** What is so. */
        public enum What {
            /** Said by an older party, which did not keep it. */
            SO,
            PAUSED,
            PLAYING,
            STARTING,
            FOLLOWING,
            QUEUEING,
            IN_PLACE,
            DJ,
            NO_DJ,
            SILENT
        }

        public AlreadySo {
            what = Objects.requireNonNullElse(what, What.SO);
        }
    }

    record Busy() implements Note {}

    /** Not done, as far as anyone knows, because it could not be made to last. */
    record NotSaved() implements Note {}
}
