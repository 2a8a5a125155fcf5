package dev.downbeat.audio.stage;

import java.util.concurrent.atomic.AtomicLongArray;

/** How late the ticks came, in steps of 50 µs up to 50 ms. One thread writes, any reads. */
final class Lateness {
    private static final long STEP_NANOS = 50_000;
    private static final int STEPS = 1_000;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS + 1);

    void record(long nanos) {
        int step = Math.clamp(nanos / STEP_NANOS, 0, STEPS);
        counts.setRelease(step, counts.getPlain(step) + 1);
    }

    /**
     * The upper edge, in microseconds, of the step in which that share of all ticks is reached; 0
     * while there was none.
     */
    long quantileMicros(double share) {
        long all = 0;
        for (int i = 0; i <= STEPS; i++) {
            all += counts.get(i);
        }
        long wanted = (long) Math.ceil(all * share);
        long seen = 0;
        for (int i = 0; i <= STEPS && all > 0; i++) {
            seen += counts.get(i);
            if (seen >= wanted) {
                return (i + 1) * STEP_NANOS / 1_000;
            }
        }
        return 0;
    }
}
