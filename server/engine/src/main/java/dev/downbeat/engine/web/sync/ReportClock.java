package dev.downbeat.engine.web.sync;

import dev.downbeat.protocol.ClientMessage;

import java.time.Instant;

/**
 * Turns a companion's times into server time by the offset that its newest ping carried. Belongs to
 * one connection; one thread.
 */
final class ReportClock {
    /** An older reading of a player is worth nothing. */
    private static final double OLDEST_MS = 5_000;

    private double offsetMs;
    private boolean known;

    void learn(ClientMessage.Ping ping) {
        if (ping.measured()) {
            offsetMs = ping.offset();
            known = true;
        }
    }

    /** When it was captured; the arrival where that is not known or cannot be. */
    Instant capturedAt(double clientMs, Instant arrival) {
        double arrivalMs = WireViews.millis(arrival);
        double capturedMs = clientMs + offsetMs;
        boolean plausible = capturedMs <= arrivalMs && capturedMs >= arrivalMs - OLDEST_MS;
        return known && plausible ? WireViews.instant(capturedMs) : arrival;
    }
}
