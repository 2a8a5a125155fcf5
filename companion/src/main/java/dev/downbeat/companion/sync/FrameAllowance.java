package dev.downbeat.companion.sync;

/**
 * How many frames one connection may bring: 1,000 at once and 100 a second in the long run. An
 * honest server sends two for each visible change of the party, one for each ping and for each
 * wish: 50 changes a second for ever are no party of people. Belongs to one thread. Times in ms.
 */
final class FrameAllowance {
    static final double AT_ONCE = 1_000;
    static final double PER_MS = 100 / 1_000.0;

    private double left = AT_ONCE;
    private double countedAt;

    FrameAllowance(double now) {
        countedAt = now;
    }

    /** Whether one more frame is within it. */
    boolean takes(double now) {
        left = Math.min(AT_ONCE, left + (now - countedAt) * PER_MS);
        countedAt = now;
        left -= 1;
        return left >= 0;
    }
}
