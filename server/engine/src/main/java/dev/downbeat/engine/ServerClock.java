package dev.downbeat.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The node's one clock: wall time read once at start plus the monotonic clock, so that it is never
 * stepped. Safe for any thread.
 */
public final class ServerClock {
    private final Instant startedAt;
    private final LongSupplier elapsedNanos;
    private final String epoch = UUID.randomUUID().toString();

    private ServerClock(Instant startedAt, LongSupplier elapsedNanos) {
        this.startedAt = startedAt;
        this.elapsedNanos = elapsedNanos;
    }

    @SuppressWarnings("TimeZoneUsage")
    public static ServerClock start() {
        long startNanos = System.nanoTime();
        return new ServerClock(Instant.now(), () -> System.nanoTime() - startNanos);
    }

    /**
     * A clock that somebody else moves, for tests and simulations.
     *
     * @param elapsedNanos since {@code startedAt}; never falls
     */
    public static ServerClock drivenBy(Instant startedAt, LongSupplier elapsedNanos) {
        return new ServerClock(startedAt, elapsedNanos);
    }

    public Instant now() {
        return startedAt.plusNanos(nanos());
    }

    /** Since the start of this clock; what the audio side counts in. */
    public long nanos() {
        return elapsedNanos.getAsLong();
    }

    /** On the scale of {@link #nanos()}. */
    public long nanosAt(Instant when) {
        return Duration.between(startedAt, when).toNanos();
    }

    /** The instant of a reading of {@link #nanos()}. */
    public Instant instantAt(long nanos) {
        return startedAt.plusNanos(nanos);
    }

    /** Renewed at each start: clock offsets measured against another epoch are void. */
    public String epoch() {
        return epoch;
    }
}
