package dev.downbeat.audio.stage;

import dev.downbeat.audio.Ticked;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** One that joined the tick. Called by one sender at a time. */
final class Member implements AutoCloseable {
    static final long SLOW_NANOS = 5_000_000;
    static final int SLOW_CALLS = 3;

    /** Slow calls further apart than this are the machine's, not the member's. */
    static final long SLOW_WITHIN_TICKS = 500;

    /** In a row: five seconds. */
    static final int FAILURES_MAX = 250;

    private final Ticked ticked;
    private final Tick tick;
    private final long firstTick;

    // Held during the call and by close() only, because close has to wait for the call.
    private final ReentrantLock running = new ReentrantLock();
    private boolean closed;

    private int slowCalls;
    private long slowAt;
    private int failures;

    Member(Ticked ticked, Tick tick, long firstTick) {
        this.ticked = ticked;
        this.tick = tick;
        this.firstTick = firstTick;
    }

    /** Calls it and returns what it deserves. */
    Verdict call(long now, LongSupplier nanos) {
        running.lock();
        try {
            if (closed || now < firstTick) {
                return Verdict.STAYS;
            }
            long before = nanos.getAsLong();
            Verdict verdict = callSafely(now);
            return nanos.getAsLong() - before > SLOW_NANOS ? slow(now, verdict) : verdict;
        } finally {
            running.unlock();
        }
    }

    private Verdict callSafely(long now) {
        try {
            ticked.tick(now);
            failures = 0;
        } catch (Throwable any) {
            // One party's bug, or memory short for a moment, must not end everyone's music.
            failures++;
            tick.counts().failedCall();
            if (failures >= FAILURES_MAX) {
                closed = true;
                tellDropped(any);
                return Verdict.GOES;
            }
        }
        return Verdict.STAYS;
    }

    private void tellDropped(Throwable last) {
        try {
            ticked.dropped(last);
        } catch (Throwable _) {
            tick.counts().failedCall();
        }
    }

    private Verdict slow(long now, Verdict verdict) {
        slowCalls = now - slowAt > SLOW_WITHIN_TICKS ? 1 : slowCalls + 1;
        slowAt = now;
        return verdict == Verdict.STAYS && slowCalls >= SLOW_CALLS ? Verdict.MOVES : verdict;
    }

    /** Waits for the running call, unless called from within it; none follows. */
    @Override
    public void close() {
        running.lock();
        try {
            closed = true;
        } finally {
            running.unlock();
        }
        tick.leave(this);
    }

    enum Verdict {
        STAYS,
        /** To a thread of its own. */
        MOVES,
        /** Failed too often. */
        GOES
    }
}
