package dev.downbeat.audio.stage;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A monotonic clock that stands still until moved. */
final class MovedClock implements LongSupplier {
    private final AtomicLong nanos = new AtomicLong(7_000_000_123L);

    @Override
    public long getAsLong() {
        return nanos.get();
    }

    void moveTo(long to) {
        nanos.set(to);
    }

    void advance(long by) {
        nanos.addAndGet(by);
    }
}
