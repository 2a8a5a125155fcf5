package dev.downbeat.audio.stage;

import java.time.Duration;

/** Which tick it is, and which frame belongs to it: arithmetic on a monotonic clock, no thread. */
record Schedule(long startNanos) {
    static final long TICK_NANOS = 20_000_000;

    long tickAt(long nanos) {
        return Math.floorDiv(nanos - startNanos, TICK_NANOS);
    }

    long nanosAt(long tick) {
        return startNanos + tick * TICK_NANOS;
    }

    /**
     * What to add to a tick to get the index of the frame heard at it, when {@code from} is to be
     * heard at {@code atNanos}. Off by at most 10 ms, since both are whole frames.
     */
    long offset(Duration from, long atNanos) {
        return Math.floorDiv(from.toNanos() + startNanos - atNanos + TICK_NANOS / 2, TICK_NANOS);
    }

    static Duration position(long index) {
        return Duration.ofNanos(index * TICK_NANOS);
    }

    /** Rounded to the nearest whole frame. */
    static long frames(Duration length) {
        return Math.floorDiv(length.toNanos() + TICK_NANOS / 2, TICK_NANOS);
    }
}
