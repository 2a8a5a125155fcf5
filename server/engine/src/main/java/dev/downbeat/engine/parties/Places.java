package dev.downbeat.engine.parties;

import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many questions a source gets at once: so many over all parties, a quarter of them for one
 * party and half of those for one person, one at least, so that nobody who asks for what never
 * answers keeps others waiting. Who waits longest comes first. Any thread may call.
 */
final class Places {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private final Map<PartyId, Integer> byParty = new HashMap<>();
    private final Map<Asker, Integer> byAsker = new HashMap<>();
    private final int perParty;
    private final int perAsker;
    private int free;

    /** One person in one party. */
    private record Asker(PartyId party, SeatId who) {}

    Places(int atOnce) {
        free = atOnce;
        perParty = Math.max(1, atOnce / 4);
        perAsker = Math.max(1, perParty / 2);
    }

    /** False when there was none for {@code who} within that time. */
    boolean tryAcquire(PartyId party, SeatId who, long nanos) throws InterruptedException {
        Asker asker = new Asker(party, who);
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (!isRoomFor(asker)) {
                if (left <= 0) {
                    return false;
                }
                left = freed.awaitNanos(left);
            }
            free--;
            byParty.merge(party, 1, Integer::sum);
            byAsker.merge(asker, 1, Integer::sum);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isRoomFor(Asker asker) {
        return free > 0
                && byParty.getOrDefault(asker.party(), 0) < perParty
                && byAsker.getOrDefault(asker, 0) < perAsker;
    }

    void release(PartyId party, SeatId who) {
        lock.lock();
        try {
            free++;
            byParty.computeIfPresent(party, (_, held) -> lessOne(held));
            byAsker.computeIfPresent(new Asker(party, who), (_, held) -> lessOne(held));
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Null, which leaves the map, for the last one. */
    private static @Nullable Integer lessOne(int held) {
        return held == 1 ? null : held - 1;
    }
}
