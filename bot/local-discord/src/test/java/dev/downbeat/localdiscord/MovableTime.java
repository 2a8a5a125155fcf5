package dev.downbeat.localdiscord;

import dev.downbeat.localdiscord.world.Clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until a test moves it. */
final class MovableTime {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
    private final Instant start = Instant.parse("2026-11-21T10:00:00Z");

    Clocks clocks() {
        return new Clocks(nanos::get, () -> start.plusNanos(nanos.get() - 1_000_000_000_000L));
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
