package dev.downbeat.engine.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets one through a minute: what many callers can bring about must not fill the log. */
final class Seldom {
    private final TokenBucket lines;

    Seldom(LongSupplier nanos) {
        this.lines = new TokenBucket(1, Duration.ofMinutes(1), 1, nanos);
    }

    boolean isDue() {
        return lines.take();
    }
}
