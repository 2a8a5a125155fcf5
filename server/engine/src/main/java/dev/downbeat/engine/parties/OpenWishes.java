package dev.downbeat.engine.parties;

import dev.downbeat.party.Note;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.WishId;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Who waits for the answer to which wish of one party, at most 512; a repeat of an open wish waits
 * for the same answer. Any thread may call.
 */
final class OpenWishes {
    static final int LIMIT = 512;

    private final Map<Key, CompletableFuture<Outcome>> open = new HashMap<>();
    private @Nullable Outcome closedWith;

    private record Key(SeatId who, WishId id) {}

    /**
     * @param first false when the wish needs no asking: it is open already, or refused at once
     */
    record Place(CompletableFuture<Outcome> answer, boolean first) {}

    synchronized Place await(SeatId who, WishId id) {
        Key key = new Key(who, id);
        CompletableFuture<Outcome> known = open.get(key);
        if (known != null) {
            return new Place(known, false);
        }
        if (closedWith != null || open.size() >= LIMIT) {
            Outcome refusal = closedWith == null ? busy() : closedWith;
            return new Place(CompletableFuture.completedFuture(refusal), false);
        }
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        open.put(key, answer);
        return new Place(answer, true);
    }

    /** Nobody may be waiting, for example after a restart. */
    void answer(SeatId who, WishId id, Outcome outcome) {
        CompletableFuture<Outcome> waiting = remove(new Key(who, id));
        if (waiting != null) {
            complete(waiting, outcome);
        }
    }

    /** Answers everybody who still waits and everybody who comes later. */
    void close(Outcome outcome) {
        removeAll(outcome).forEach(waiting -> complete(waiting, outcome));
    }

    static Outcome busy() {
        return new Outcome.Refused(new Note.Busy());
    }

    private synchronized @Nullable CompletableFuture<Outcome> remove(Key key) {
        return open.remove(key);
    }

    private synchronized List<CompletableFuture<Outcome>> removeAll(Outcome outcome) {
        closedWith = outcome;
        List<CompletableFuture<Outcome>> all = List.copyOf(open.values());
        open.clear();
        return all;
    }

    // What hangs on the answer must not run on the party's thread.
    private static void complete(CompletableFuture<Outcome> waiting, Outcome outcome) {
        Thread.startVirtualThread(() -> waiting.complete(outcome));
    }
}
