package dev.downbeat.engine.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/** So many per time in the long run, with a burst. Any thread may call. */
public final class TokenBucket {
    private final long nanosPerOne;
    private final int burst;
    private final LongSupplier nanos;

    /** When the bucket would be full again. */
    private long fullAt;

    public TokenBucket(int count, Duration per, int burst, LongSupplier nanos) {
        this.nanosPerOne = per.toNanos() / count;
        this.burst = burst;
        this.nanos = nanos;
        this.fullAt = nanos.getAsLong();
    }

    /** True when there was one left. */
    public synchronized boolean take() {
        long now = nanos.getAsLong();
        boolean left = missing(now) <= 0;
        if (left) {
            fullAt = Math.max(fullAt, now) + nanosPerOne;
        }
        return left;
    }

    /** Until one more is there, in nanoseconds; 0 when one is. */
    public synchronized long waitNanos() {
        return Math.max(0, missing(nanos.getAsLong()));
    }

    private long missing(long now) {
        return Math.max(fullAt, now) + nanosPerOne - now - nanosPerOne * burst;
    }
}
