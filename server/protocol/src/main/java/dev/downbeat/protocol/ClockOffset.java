package dev.downbeat.protocol;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Estimates how far the server's clock is ahead of the client's: of the probes of the last 30 s the
 * one with the shortest round trip is believed, because waiting in a queue only ever makes a probe
 * worse. The error is at most half of that round trip. Belongs to one connection and one epoch of
 * the server's clock; not safe for several threads.
 *
 * <p>All times in ms with fraction.
 */
public final class ClockOffset {
    /** Probes sent at once after joining, so that the first report can already be converted. */
    public static final int PROBES_AT_JOIN = 8;

    /** Between the probes at joining; apart, so that one burst of other traffic spoils few. */
    public static final long PAUSE_AT_JOIN_MS = 60;

    /** Between later probes. */
    public static final long PAUSE_MS = 1_500;

    /** How long a probe counts; longer and the drift of two quartz clocks would show. */
    public static final long WINDOW_MS = 30_000;

    private static final int MOST_SAMPLES = 64;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(double at, double offset, double rtt) {}

    /** How long to wait after the {@code sent}-th probe of a connection, counted from 1. */
    public static long pauseAfterMs(int sent) {
        return sent < PROBES_AT_JOIN ? PAUSE_AT_JOIN_MS : PAUSE_MS;
    }

    /**
     * Takes one answered probe. One that cannot be (it returned before it was sent, or stayed at
     * the server for longer than it was away) is ignored.
     *
     * @param sentAt the client's clock when the ping left
     * @param receivedAt the client's clock when the pong came
     */
    public void answered(double sentAt, ServerMessage.Pong pong, double receivedAt) {
        double rtt = (receivedAt - sentAt) - (pong.sentAt() - pong.receivedAt());
        double offset = ((pong.receivedAt() - sentAt) + (pong.sentAt() - receivedAt)) / 2;
        if (!(rtt > 0) || !Double.isFinite(offset)) {
            return;
        }
        samples.addLast(new Sample(receivedAt, offset, rtt));
        forgetBefore(receivedAt - WINDOW_MS);
    }

    private void forgetBefore(double oldest) {
        while (samples.size() > MOST_SAMPLES || samples.getFirst().at() < oldest) {
            samples.removeFirst();
        }
    }

    public boolean isKnown() {
        return !samples.isEmpty();
    }

    /** Server time minus client time; 0 while not known. */
    public double offsetMs() {
        return isKnown() ? best().offset() : 0;
    }

    /** Round trip of the probe that is believed; -1 while none is. */
    public double rttMs() {
        return isKnown() ? best().rtt() : -1;
    }

    private Sample best() {
        Sample best = samples.getLast();
        for (Sample sample : samples) {
            best = sample.rtt() <= best.rtt() ? sample : best;
        }
        return best;
    }
}
