package dev.downbeat.party;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Who did what to the queue, newest last, and how it is taken back. */
final class Changes {
    static final int KEPT = 50;

    /** Items that all kept changes together hold on to; the oldest go first. */
    static final int WEIGHT = Queue.LIMIT;

    private Changes() {}

    /** To be remembered with what was done just now. */
    static void remember(Draft draft, SeatId by, Change.What what) {
        long number = draft.state().waiting().changed() + 1;
        draft.record(new PartyEvent.QueueChanged(new Change(number, by, draft.now(), what)));
    }

    static PartyState remembered(PartyState state, Change change) {
        PartyState.Waiting waiting = state.waiting();
        List<Change> kept = new ArrayList<>(waiting.changes());
        kept.add(change);
        int weight = kept.stream().mapToInt(it -> it.what().weight()).sum();
        while (kept.size() > KEPT || (weight > WEIGHT && kept.size() > 1)) {
            weight -= kept.removeFirst().what().weight();
        }
        return state.with(
                new PartyState.Waiting(waiting.items(), waiting.last(), kept, change.number()));
    }

    static PartyState forgotten(PartyState state, long number) {
        PartyState.Waiting waiting = state.waiting();
        List<Change> kept =
                waiting.changes().stream().filter(change -> change.number() != number).toList();
        return state.with(
                new PartyState.Waiting(waiting.items(), waiting.last(), kept, waiting.changed()));
    }

    /** The newest change of their own that can still be taken back; for the host, of anybody. */
    static Outcome undo(Draft draft, SeatId who) {
        boolean isHost = Rights.isAtLeast(Rights.of(draft.state(), who), Rights.Role.HOST);
        for (Change change : draft.state().waiting().changes().reversed()) {
            if (isHost || change.by().equals(who)) {
                draft.record(new PartyEvent.ChangeUndone(change.number()));
                int items = takeBack(draft, change.what());
                if (items > 0) {
                    return new Outcome.Done(new Note.Undone(kind(change.what()), items));
                }
            }
        }
        return new Outcome.Refused(new Note.NothingToUndo());
    }

    private static Note.Undone.Kind kind(Change.What what) {
        return switch (what) {
            case Change.Added _ -> Note.Undone.Kind.ADDED;
            case Change.Removed _ -> Note.Undone.Kind.REMOVED;
            case Change.Moved _ -> Note.Undone.Kind.MOVED;
            case Change.Shuffled _ -> Note.Undone.Kind.SHUFFLED;
        };
    }

    /** How many items are as they were; 0 when it is too late. */
    private static int takeBack(Draft draft, Change.What what) {
        return switch (what) {
            case Change.Added(ItemId item) -> takeOut(draft, item);
            case Change.Removed(List<Change.Spot> spots) -> putBack(draft, spots);
            case Change.Moved(ItemId item, int from) -> moveBack(draft, item, from);
            case Change.Shuffled(List<ItemId> before) -> sortBack(draft, before);
        };
    }

    private static int takeOut(Draft draft, ItemId item) {
        if (Queue.indexOf(draft.state(), item) < 0) {
            return 0;
        }
        draft.record(new PartyEvent.ItemRemoved(item));
        return 1;
    }

    /** As many as there is room for. */
    private static int putBack(Draft draft, List<Change.Spot> spots) {
        int room = Queue.LIMIT - draft.state().waiting().items().size();
        List<Change.Spot> fitting = spots.subList(0, Math.clamp(room, 0, spots.size()));
        if (!fitting.isEmpty()) {
            draft.record(new PartyEvent.ItemsPutBack(fitting));
        }
        return fitting.size();
    }

    private static int moveBack(Draft draft, ItemId item, int from) {
        int index = Queue.indexOf(draft.state(), item);
        int target = Math.clamp(from, 0, Math.max(0, draft.state().waiting().items().size() - 1));
        if (index < 0 || index == target) {
            return 0;
        }
        draft.record(new PartyEvent.ItemMoved(item, target));
        return 1;
    }

    private static int sortBack(Draft draft, List<ItemId> before) {
        Set<ItemId> then = new HashSet<>(before);
        List<ItemId> now = draft.state().waiting().items().stream().map(QueueItem::id).toList();
        Set<ItemId> still = new HashSet<>(now);
        List<ItemId> order = new ArrayList<>(before.stream().filter(still::contains).toList());
        now.stream().filter(id -> !then.contains(id)).forEach(order::add);
        if (order.equals(now)) {
            return 0;
        }
        draft.record(new PartyEvent.QueueReordered(order));
        return order.size();
    }

    /** What is not named stays behind what is. */
    static PartyState reordered(PartyState state, List<ItemId> order) {
        Map<ItemId, QueueItem> left = new LinkedHashMap<>();
        state.waiting().items().forEach(item -> left.put(item.id(), item));
        List<QueueItem> items = new ArrayList<>();
        order.stream().map(left::remove).filter(Objects::nonNull).forEach(items::add);
        items.addAll(left.values());
        return Queue.with(state, items);
    }

    static PartyState putBack(PartyState state, List<Change.Spot> spots) {
        List<QueueItem> items = new ArrayList<>(state.waiting().items());
        for (Change.Spot spot : spots) {
            items.add(Math.clamp(spot.index(), 0, items.size()), spot.item());
        }
        return Queue.with(state, items);
    }

    static PartyState removed(PartyState state, List<ItemId> ids) {
        Set<ItemId> gone = new HashSet<>(ids);
        return Queue.with(
                state,
                state.waiting().items().stream()
                        .filter(item -> !gone.contains(item.id()))
                        .toList());
    }
}
