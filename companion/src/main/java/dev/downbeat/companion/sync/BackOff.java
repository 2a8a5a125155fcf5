package dev.downbeat.companion.sync;

import java.util.random.RandomGenerator;

/** How long to wait before the next try: full jitter over 1, 2, 4, … 60 s. Times in ms. */
final class BackOff {
    private static final double FIRST = 1_000;
    private static final double LONGEST = 60_000;

    /**
     * A connection that stood this long was a good one. Short, so that a server that is restarted
     * twice in a minute does not leave the party without its host for half a minute.
     */
    static final double GOOD = 10_000;

    private final RandomGenerator chance;
    private double limit = FIRST;

    BackOff(RandomGenerator chance) {
        this.chance = chance;
    }

    /**
     * @param atLeast what the server asked for, 0 when nothing
     */
    double next(double atLeast) {
        double pause = chance.nextDouble(limit);
        limit = Math.min(LONGEST, limit * 2);
        return Math.max(pause, atLeast);
    }

    void stoodFor(double duration) {
        if (duration >= GOOD) {
            limit = FIRST;
        }
    }
}
