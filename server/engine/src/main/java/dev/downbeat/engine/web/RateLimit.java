package dev.downbeat.engine.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * So many per time and key, with a burst (a token bucket each). Remembers 50,000 keys; the least
 * used is forgotten first. Any thread may call.
 */
public final class RateLimit {
    private static final int MOST_KEYS = 50_000;

    private final long nanosPerOne;
    private final int burst;
    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets;

    public RateLimit(int count, Duration per, int burst, LongSupplier nanos) {
        this.nanosPerOne = per.toNanos() / count;
        this.burst = burst;
        this.nanos = nanos;
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(MOST_KEYS)
                        .expireAfterAccess(Duration.ofNanos(nanosPerOne * burst * 2L))
                        .ticker(nanos::getAsLong)
                        .build();
    }

    /** True when there is one left for this key. */
    public boolean take(String key) {
        return bucket(key).take(nanos.getAsLong());
    }

    private Bucket bucket(String key) {
        return buckets.get(key, _ -> new Bucket(nanos.getAsLong()));
    }

    /** When one more will be there, rounded up to seconds. */
    public long retryAfterSeconds() {
        return Math.max(1, Duration.ofNanos(nanosPerOne).plusMillis(999).toSeconds());
    }

    private final class Bucket {
        /** When the bucket would be full again. */
        private long fullAt;

        Bucket(long now) {
            this.fullAt = now;
        }

        synchronized boolean take(long now) {
            long next = Math.max(fullAt, now) + nanosPerOne;
            if (next - now > nanosPerOne * burst) {
                return false;
            }
            fullAt = next;
            return true;
        }
    }
}
