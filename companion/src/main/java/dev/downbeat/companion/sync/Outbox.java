package dev.downbeat.companion.sync;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ClientMessage.Report;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be sent on one connection: at most 32 words, of which the oldest goes, and the one
 * newest report. Reports leave in bursts of 4, then 4 a second. Safe for any thread.
 */
final class Outbox {
    private static final int MOST_WORDS = 32;
    private static final double BURST = 4;
    private static final double PER_MS = 4 / 1_000.0;

    private final Monotonic clock;
    private final Deque<ClientMessage> words = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Report newest;
    private double allowance = BURST;
    private double countedAt;
    private boolean woken;

    Outbox(Monotonic clock) {
        this.clock = clock;
        countedAt = clock.nowMs();
    }

    void put(ClientMessage message) {
        lock.lock();
        try {
            if (message instanceof Report report) {
                newest = report;
            } else {
                words.addLast(message);
                while (words.size() > MOST_WORDS) {
                    words.removeFirst();
                }
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends a running {@link #take} early. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next message that may leave, waiting for it until {@code untilMs}. */
    Optional<ClientMessage> take(double untilMs) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                Optional<ClientMessage> next = next();
                double left = Math.min(untilMs, reportAt()) - clock.nowMs();
                if (next.isPresent() || woken || clock.nowMs() >= untilMs) {
                    woken = false;
                    return next;
                }
                if (left > 0) {
                    long _ = changed.awaitNanos((long) (left * 1e6) + 1);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<ClientMessage> next() {
        if (!words.isEmpty()) {
            return Optional.of(words.removeFirst());
        }
        Report report = newest;
        if (report == null || allowance() < 1) {
            return Optional.empty();
        }
        allowance -= 1;
        newest = null;
        return Optional.of(report);
    }

    private double allowance() {
        double now = clock.nowMs();
        allowance = Math.min(BURST, allowance + (now - countedAt) * PER_MS);
        countedAt = now;
        return allowance;
    }

    private double reportAt() {
        return newest == null
                ? Double.POSITIVE_INFINITY
                : clock.nowMs() + Math.max(0, 1 - allowance()) / PER_MS;
    }
}
