package dev.downbeat.party;

import java.util.List;

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
        put(draft, track, by, index);
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

    static void put(Draft draft, Track track, SeatId by, int index) {
        ItemId id = new ItemId(draft.state().waiting().last().value() + 1);
        draft.record(new PartyEvent.ItemQueued(new QueueItem(id, track, by), index));
    }

    static Outcome remove(Draft draft, SeatId who, ItemId id) {
        int index = Queue.indexOf(draft.state(), id);
        if (index < 0) {
            return new Outcome.Refused(new Note.NoSuchItem());
        }
        QueueItem item = draft.state().waiting().items().get(index);
        if (!Rights.mayRemove(draft.state(), who, item)) {
            return new Outcome.Refused(new Note.OnlyHostOrRequester());
        }
        draft.record(new PartyEvent.ItemRemoved(id));
        return new Outcome.Done(new Note.Removed(item.track()));
    }

    static Outcome move(Draft draft, ItemId id, int wanted) {
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
        return new Outcome.Done(new Note.Moved(items.get(index).track(), target));
    }

    private static boolean isFull(PartyState state) {
        return state.waiting().items().size() >= Queue.LIMIT;
    }

    private static Outcome full() {
        return new Outcome.Refused(new Note.QueueFull(Queue.LIMIT));
    }
}
