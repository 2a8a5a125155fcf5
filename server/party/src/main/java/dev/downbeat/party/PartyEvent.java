package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened: outcomes, never inputs, so that new code reads old logs. Stored as JSON
 * under the record's simple name; a record's fields only ever grow, with a default.
 */
public sealed interface PartyEvent {
    /**
     * Changes nothing anyone sees and need not be stored: a party rebuilt without it has the same
     * view, learns the host's player anew, and decides a refused wish again if it is repeated.
     */
    sealed interface Passing extends PartyEvent {}

    record Started(PartyId id, String name, SeatId host, Mode mode, Instant at)
            implements PartyEvent {}

    /** A snapshot: everything before it in the log may be forgotten. */
    record Restored(PartyState state, List<RememberedWish> wishes) implements PartyEvent {
        public Restored {
            wishes = List.copyOf(wishes);
        }
    }

    record PartyEnded() implements PartyEvent {}

    record ModeChanged(Mode mode) implements PartyEvent {}

    record PlaceAttached(Place place) implements PartyEvent {}

    record PlaceDetached(Place place) implements PartyEvent {}

    record AudienceChanged(Place place, List<SeatId> came, List<SeatId> left, Instant at)
            implements PartyEvent {
        public AudienceChanged {
            came = List.copyOf(came);
            left = List.copyOf(left);
        }
    }

    record VoteCast(Ballot what, SeatId who) implements PartyEvent {}

    /** How many votes count, and how many are needed. */
    record Tally(Ballot what, int votes, int needed) {}

    record VotesCounted(List<Tally> tallies, Instant at) implements PartyEvent {
        public VotesCounted {
            tallies = List.copyOf(tallies);
        }
    }

    /** Carried: what it was for follows. */
    record VoteClosed(Ballot what) implements PartyEvent {}

    record DjAdded(Crew.Dj dj) implements PartyEvent {}

    record DjRemoved(SeatId who) implements PartyEvent {}

    record ItemQueued(QueueItem item, int index) implements PartyEvent {}

    record ItemRemoved(ItemId item) implements PartyEvent {}

    record ItemMoved(ItemId item, int index) implements PartyEvent {}

    /** All at once. */
    record ItemsRemoved(List<ItemId> items) implements PartyEvent {
        public ItemsRemoved {
            items = List.copyOf(items);
        }
    }

    /** What was taken out stands where it stood. */
    record ItemsPutBack(List<Change.Spot> items) implements PartyEvent {
        public ItemsPutBack {
            items = List.copyOf(items);
        }
    }

    record QueueReordered(List<ItemId> order) implements PartyEvent {
        public QueueReordered {
            order = List.copyOf(order);
        }
    }

    /** Whose doing the events right before were, and how they are taken back. */
    record QueueChanged(Change change) implements PartyEvent {}

    /** The change is history no more; what takes it back follows, if it was not too late. */
    record ChangeUndone(long number) implements PartyEvent {}

    record QuestionOpened(Question question) implements PartyEvent {}

    record QuestionDelayed(ResolveId id, String source, Instant ready, Instant deadline)
            implements PartyEvent {}

    record QuestionClosed(ResolveId id, Resolution answer) implements PartyEvent {}

    /** Nobody wants the answer any more. */
    record QuestionDropped(ResolveId id) implements PartyEvent {}

    /** A playback whose timeline keeps time, whether or not sound has come out yet. */
    record PlayedFrom(PlaybackId id, Track track, Duration position, Instant at, SeatId by)
            implements PartyEvent {}

    /** A playback whose timeline waits for its sound. */
    record BufferedFrom(PlaybackId id, Track track, Duration position, Instant since, SeatId by)
            implements PartyEvent {}

    record PausedAt(PlaybackId id, Track track, Duration position, PausedBy by)
            implements PartyEvent {}

    /** The running playback moved by {@code by}, forward when positive. */
    record Shifted(Duration by) implements PartyEvent {}

    record SoundStarted(PlaybackId id, Duration position, Instant at) implements PartyEvent {}

    /** The track left the timeline and went into the history. */
    record Silenced(PlaybackId id) implements PartyEvent {}

    /** The newest track of the history left it, to be heard again. */
    record HistoryTaken() implements PartyEvent {}

    /**
     * The track left the timeline without having been heard out.
     *
     * @param inARow failures since the last sound; 0 once the party gave up
     */
    record PlaybackFailed(PlaybackId id, int inARow) implements PartyEvent {}

    /** Why the last track of the queue was not heard; shown until another one sounds. */
    record TrackFailed(Track track, Problem problem, String detail) implements PartyEvent {}

    /**
     * @param listenFrom reports made before are only remembered
     */
    record HostAppeared(Instant at, Instant listenFrom) implements PartyEvent {}

    /** The companion fell silent or was cut off. */
    record HostLost(Instant at) implements PartyEvent {}

    /** The companion said goodbye. */
    record HostLeft(Instant at) implements PartyEvent {}

    record LeadChanged(Lead lead) implements PartyEvent {}

    /** What the player plays cannot be heard here. */
    record LeadFailed(TrackRequest.Seen what, Problem problem, String detail)
            implements PartyEvent {}

    /** The host's player was told to do something; reports that contradict it wait. */
    record Commanded(Expectation expects, Instant at, Instant until) implements PartyEvent {}

    /**
     * What the host's player does while a person's pause holds.
     *
     * @param on whether it plays
     */
    record PlayedOn(boolean on) implements PartyEvent {}

    record WishAnswered(SeatId who, WishId id, Outcome outcome, Instant at) implements PartyEvent {}

    /** Not stored: where nobody remembers it, a repeat is decided anew. */
    record WishRefused(SeatId who, WishId id, Outcome outcome, Instant at) implements Passing {}

    record HostHeard(Instant at) implements Passing {}

    /** The player did what it was told. */
    record PlayerAgreed() implements Passing {}

    record Sighted(Sighting what, Readings.Use use, Instant at) implements Passing {}
}
