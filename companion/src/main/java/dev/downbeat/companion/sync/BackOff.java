package dev.downbeat.companion.sync;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: a random part of 1 s, then of 2 s for two minutes, and only
 * then of 4, 8, … 60 s. A server that is restarted is back within these two minutes. Times in ms.
 */
final class BackOff {
    private static final double FIRST = 1_000;
    private static final double SOON = 2_000;
    private static final double LONGEST = 60_000;

    /** Since the last good connection, or the first try. */
    static final double SOON_FOR = 120_000;

    /**
     * A connection that stood this long was a good one. Short, so that a server that is restarted
     * twice in a minute does not leave the party without its host for half a minute.
     */
    static final double GOOD = 10_000;

    private final RandomGenerator chance;
    private double limit = FIRST;
    private double since = Double.NaN;

    BackOff(RandomGenerator chance) {
        this.chance = chance;
    }

    /**
     * @param atLeast what the server asked for, 0 when nothing
     */
    double next(double now, double atLeast) {
        if (Double.isNaN(since)) {
            since = now;
        }
        double pause = chance.nextDouble(limit);
        limit = now - since < SOON_FOR ? SOON : Math.min(LONGEST, limit * 2);
        return Math.max(pause, atLeast);
    }

    /**
     * @param now when the connection ended
     */
    void stoodFor(double duration, double now) {
        if (duration >= GOOD) {
            limit = FIRST;
            since = now;
        }
    }
}
