package dev.downbeat.party;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What people do with the queue. */
final class QueueActs {
    private QueueActs() {}

    /** Asks for a track; the answer comes with the sources' answer, a refusal at once. */
    static void play(Draft draft, SeatId who, WishId id, TrackRequest what) {
        PartyState state = draft.state();
        if (saysNothing(what)) {
            draft.answer(who, id, new Outcome.Refused(new Note.NothingTyped()));
        } else if (state.asking().open().size() >= Limits.OPEN_QUESTIONS) {
            draft.answer(who, id, new Outcome.Refused(new Note.Busy()));
        } else if (isFull(state)) {
            draft.answer(who, id, full());
        } else if (hasHisShare(state, who)) {
            draft.answer(who, id, new Outcome.Refused(new Note.ShareFull(Limits.ITEMS_OF_A_GUEST)));
        } else {
            Questions.ask(draft, what, who, new Question.Purpose.Grant(id));
        }
    }

    /** No guest fills the queue alone. */
    private static boolean hasHisShare(PartyState state, SeatId who) {
        return !Rights.isAtLeast(Rights.of(state, who), Rights.Role.DJ)
                && state.waiting().items().stream().filter(item -> item.by().equals(who)).count()
                        >= Limits.ITEMS_OF_A_GUEST;
    }

    private static boolean saysNothing(TrackRequest what) {
        return what instanceof TrackRequest.Typed(String text)
                && text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    static Outcome add(Draft draft, Track track, SeatId by) {
        if (isFull(draft.state())) {
            return full();
        }
        int index = draft.state().waiting().items().size();
        ItemId item = put(draft, track, by, index);
        Changes.remember(draft, by, new Change.Added(item));
        return new Outcome.Done(
                draft.state().queueLeads() && Timelines.isSilent(draft.timeline())
                        ? start(draft, track, index)
                        : queued(draft, track, index));
    }

    /** The queue begins with its head, which is the new track only where it stands alone. */
    private static Note start(Draft draft, Track track, int index) {
        Track head = draft.state().waiting().items().getFirst().track();
        Turns.next(draft);
        return index == 0
                ? new Note.NowPlaying(track)
                : new Note.QueueStarted(head, track, index - 1);
    }

    private static Note queued(Draft draft, Track track, int index) {
        return draft.state().queueLeads()
                ? new Note.Queued(track, index)
                : new Note.QueuedAside(track, index);
    }

    static ItemId put(Draft draft, Track track, SeatId by, int index) {
        ItemId id = new ItemId(draft.state().waiting().last().value() + 1);
        draft.record(new PartyEvent.ItemQueued(new QueueItem(id, track, by), index));
        return id;
    }

    /** What one asked for oneself, or anybody's by right. */
    static Outcome clearOf(Draft draft, SeatId who, SeatId of) {
        return Rights.mayRemove(draft.state(), who, of)
                ? clear(draft, who, item -> item.by().equals(of))
                : new Outcome.Refused(new Note.OnlyHostOrRequester());
    }

    static Outcome clear(Draft draft, SeatId who, Predicate<QueueItem> which) {
        List<QueueItem> items = draft.state().waiting().items();
        List<Change.Spot> spots =
                IntStream.range(0, items.size())
                        .filter(index -> which.test(items.get(index)))
                        .mapToObj(index -> new Change.Spot(items.get(index), index))
                        .toList();
        if (spots.isEmpty()) {
            return new Outcome.Refused(new Note.NothingQueued());
        }
        List<ItemId> gone = spots.stream().map(spot -> spot.item().id()).toList();
        draft.record(new PartyEvent.ItemsRemoved(gone));
        Changes.remember(draft, who, new Change.Removed(spots));
        return new Outcome.Done(new Note.Cleared(spots.size()));
    }

    static Outcome shuffle(Draft draft, SeatId who, long seed) {
        List<ItemId> before = draft.state().waiting().items().stream().map(QueueItem::id).toList();
        if (before.isEmpty()) {
            return new Outcome.Refused(new Note.NothingQueued());
        }
        List<ItemId> order = new ArrayList<>(before);
        Collections.shuffle(order, new Random(seed));
        if (!order.equals(before)) {
            draft.record(new PartyEvent.QueueReordered(order));
            Changes.remember(draft, who, new Change.Shuffled(before));
        }
        return new Outcome.Done(new Note.Shuffled(order.size()));
    }

    static Outcome remove(Draft draft, SeatId who, ItemId id) {
        int index = Queue.indexOf(draft.state(), id);
        if (index < 0) {
            return new Outcome.Refused(new Note.NoSuchItem());
        }
        QueueItem item = draft.state().waiting().items().get(index);
        if (!Rights.mayRemove(draft.state(), who, item.by())) {
            return new Outcome.Refused(new Note.OnlyHostOrRequester());
        }
        draft.record(new PartyEvent.ItemRemoved(id));
        Changes.remember(draft, who, new Change.Removed(List.of(new Change.Spot(item, index))));
        return new Outcome.Done(new Note.Removed(item.track()));
    }

    static Outcome move(Draft draft, SeatId who, ItemId id, int wanted) {
        List<QueueItem> items = draft.state().waiting().items();
        int index = Queue.indexOf(draft.state(), id);
        if (index < 0) {
            return new Outcome.Refused(new Note.NoSuchItem());
        }
        int target = Math.clamp(wanted, 0, items.size() - 1);
        if (target == index) {
            return new Outcome.Refused(new Note.AlreadySo(Note.AlreadySo.What.IN_PLACE));
        }
        draft.record(new PartyEvent.ItemMoved(id, target));
        Changes.remember(draft, who, new Change.Moved(id, index));
        return new Outcome.Done(new Note.Moved(items.get(index).track(), target));
    }

    private static boolean isFull(PartyState state) {
        return state.waiting().items().size() >= Queue.LIMIT;
    }

    private static Outcome full() {
        return new Outcome.Refused(new Note.QueueFull(Queue.LIMIT));
    }
}
