package dev.downbeat.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A server clock that stands still until a test moves it. */
public final class MovedClock {
    public static final Instant START = Instant.parse("2026-01-01T20:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final ServerClock clock = ServerClock.drivenBy(START, nanos::get);

    public ServerClock clock() {
        return clock;
    }

    public void move(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
