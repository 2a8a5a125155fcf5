package dev.downbeat.party;

import java.util.ArrayList;
import java.util.List;

/** The waiting tracks: one array copy a change, none for looking. */
final class Queue {
    static final int LIMIT = 10_000;

    private Queue() {}

    /** Where it stands, counted from 0; -1 when it does not. */
    static int indexOf(PartyState state, ItemId id) {
        List<QueueItem> items = state.waiting().items();
        for (int index = 0; index < items.size(); index++) {
            if (items.get(index).id().equals(id)) {
                return index;
            }
        }
        return -1;
    }

    static PartyState queued(PartyState state, PartyEvent.ItemQueued queued) {
        List<QueueItem> items = new ArrayList<>(state.waiting().items());
        items.add(Math.clamp(queued.index(), 0, items.size()), queued.item());
        return with(state, items, queued.item().id());
    }

    static PartyState removed(PartyState state, ItemId id) {
        int index = indexOf(state, id);
        if (index < 0) {
            return state;
        }
        List<QueueItem> items = new ArrayList<>(state.waiting().items());
        items.remove(index);
        return with(state, items);
    }

    static PartyState moved(PartyState state, PartyEvent.ItemMoved moved) {
        int index = indexOf(state, moved.item());
        if (index < 0) {
            return state;
        }
        List<QueueItem> items = new ArrayList<>(state.waiting().items());
        QueueItem item = items.remove(index);
        items.add(Math.clamp(moved.index(), 0, items.size()), item);
        return with(state, items);
    }

    static PartyState with(PartyState state, List<QueueItem> items) {
        return with(state, items, state.waiting().last());
    }

    private static PartyState with(PartyState state, List<QueueItem> items, ItemId last) {
        PartyState.Waiting before = state.waiting();
        return state.with(new PartyState.Waiting(items, last, before.changes(), before.changed()));
    }
}
