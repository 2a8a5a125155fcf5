package dev.downbeat.engine.parties;

import dev.downbeat.party.PartyInput;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for one party, oldest first: at most 256 inputs, 32 of the places only for what must
 * not be lost. A report or a sign of life replaces the waiting one of the same seat, and who hears
 * the party in a place the waiting word of that place; it goes to the end, so that it never
 * overtakes what came in between. Any thread may put in, one takes out.
 */
final class Inbox {
    static final int CAPACITY = 256;
    static final int RESERVED = 32;

    private final ArrayDeque<PartyInput> waiting = new ArrayDeque<>(CAPACITY);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition left = lock.newCondition();
    private final Counters counters;
    private boolean closed;

    Inbox(Counters counters) {
        this.counters = counters;
    }

    /** Never waits; false when there is no place for it. */
    boolean offer(PartyInput input) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            return replaced(input) || added(input);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a place; gives up silently when the inbox is closed. */
    void put(PartyInput input) throws InterruptedException {
        lock.lock();
        try {
            while (!closed && !added(input)) {
                left.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The oldest input; null when none came within {@code patience} or the inbox is closed. */
    @Nullable PartyInput take(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long remaining = nanos(patience);
            while (waiting.isEmpty() && !closed && remaining > 0) {
                remaining = arrived.awaitNanos(remaining);
            }
            left.signal();
            return closed ? null : waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** True for what only says again how things stand. */
    static boolean mayBeLost(PartyInput input) {
        return placesFor(input) < CAPACITY;
    }

    /** Nothing is taken in or given out any more; nobody waits any longer. */
    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            arrived.signalAll();
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean replaced(PartyInput input) {
        if (!waiting.removeIf(older -> outdates(input, older))) {
            return false;
        }
        counters.replaced.increment();
        waiting.add(input);
        return true;
    }

    private boolean added(PartyInput input) {
        if (waiting.size() >= placesFor(input)) {
            return false;
        }
        waiting.add(input);
        arrived.signal();
        return true;
    }

    private static boolean outdates(PartyInput newer, PartyInput older) {
        return switch (newer) {
            case PartyInput.Reported(var who, _) ->
                    older instanceof PartyInput.Reported(var before, _) && before.equals(who);
            case PartyInput.Alive alive -> older.equals(alive);
            case PartyInput.Lends lends -> older.equals(lends);
            case PartyInput.Hears(var at, _) ->
                    older instanceof PartyInput.Hears(var before, _) && before.equals(at);
            case PartyInput.Gone _,
                    PartyInput.Asked _,
                    PartyInput.Resolved _,
                    PartyInput.Awaited _,
                    PartyInput.Sounding _,
                    PartyInput.Ended _,
                    PartyInput.TimePassed _ ->
                    false;
        };
    }

    private static int placesFor(PartyInput input) {
        return switch (input) {
            case PartyInput.Reported _,
                    PartyInput.Alive _,
                    PartyInput.Lends _,
                    PartyInput.Asked _,
                    PartyInput.Awaited _ ->
                    CAPACITY - RESERVED;
            case PartyInput.Gone _,
                    PartyInput.Hears _,
                    PartyInput.Resolved _,
                    PartyInput.Sounding _,
                    PartyInput.Ended _,
                    PartyInput.TimePassed _ ->
                    CAPACITY;
        };
    }

    private static long nanos(Duration patience) {
        return patience.compareTo(Duration.ofDays(1)) < 0
                ? patience.toNanos()
                : Duration.ofDays(1).toNanos();
    }
}
