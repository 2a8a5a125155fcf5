package dev.downbeat.party;

import java.time.Duration;

/** What a person asks of the party; the answer is an {@link Outcome}. */
public sealed interface Wish {
    /** Puts a track at the end of the queue; it sounds at once when nothing else does. */
    record Play(TrackRequest what) implements Wish {}

    record Pause() implements Wish {}

    record Resume() implements Wish {}

    record Seek(Duration to) implements Wish {}

    /** Seeks relative to where the party is now; may be negative. */
    record SeekBy(Duration by) implements Wish {}

    record Skip() implements Wish {}

    record Previous() implements Wish {}

    /** Silence, and an empty timeline; the queue stays. */
    record Stop() implements Wish {}

    record Remove(ItemId item) implements Wish {}

    /** Moves an item so that it stands at {@code index}, counted from 0. */
    record Move(ItemId item, int index) implements Wish {}

    /** Takes out everything. */
    record Clear() implements Wish {}

    /** Takes out everything that {@code who} asked for. */
    record ClearOf(SeatId who) implements Wish {}

    /**
     * @param seed chance; the same gives the same order
     */
    record Shuffle(long seed) implements Wish {}

    /** Takes back the newest change of the queue of one's own; for the host, of anybody. */
    record Undo() implements Wish {}

    record SetMode(Mode mode) implements Wish {}

    record Attach(Place place) implements Wish {}

    record Detach(Place place) implements Wish {}

    /** Somebody took the voice away on purpose: pauses for everyone until a person resumes. */
    record Silence(Place place) implements Wish {}

    /**
     * Lets a guest do with what is heard and queued what a host may.
     *
     * @param lasts how long; zero or less for as long as the party lasts
     */
    record Grant(SeatId who, Duration lasts) implements Wish {}

    /** Takes that back. */
    record Withdraw(SeatId who) implements Wish {}

    record End() implements Wish {}
}
