package dev.downbeat.companion.detectors.mpris;

/**
 * When a player is read next. Times in ms.
 *
 * <p>Players tell their position in steps (250 ms, 100 ms, 1 s). Polls a whole second apart would
 * meet each step at the same place for ever, and nobody could see how late the readings are; {@link
 * #STEADY} wanders through every one of these steps within ten polls.
 */
final class PollTimes {
    /** Between readings while playing: a little under a second. */
    static final double STEADY = 931;

    /** Between readings of a player that says Stopped but may play all the same. */
    static final double STOPPED = 3_000;

    /** After a change: the party trusts readings after 1 s and wants five of them. */
    private static final double[] AFTER_CHANGE = {100, 200, 300, 400, 280, 310, 290, 330, 270};

    private int sinceChange = AFTER_CHANGE.length;

    void changed() {
        sinceChange = 0;
    }

    double next() {
        return next(STEADY);
    }

    /** Quick after a change, then {@code steady}. */
    double next(double steady) {
        return sinceChange < AFTER_CHANGE.length ? AFTER_CHANGE[sinceChange++] : steady;
    }
}
