package dev.downbeat.engine.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * So many per time and key, with a burst (a {@link TokenBucket} each). Remembers 50,000 keys; the
 * least used is forgotten first. Any thread may call.
 */
public final class RateLimit {
    private static final int MOST_KEYS = 50_000;

    private final int count;
    private final Duration per;
    private final int burst;
    private final LongSupplier nanos;
    private final Cache<String, TokenBucket> buckets;

    public RateLimit(int count, Duration per, int burst, LongSupplier nanos) {
        this.count = count;
        this.per = per;
        this.burst = burst;
        this.nanos = nanos;
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(MOST_KEYS)
                        .expireAfterAccess(per.dividedBy(count).multipliedBy(burst * 2L))
                        .ticker(nanos::getAsLong)
                        .build();
    }

    /** True when there is one left for this key. */
    public boolean take(String key) {
        return bucket(key).take();
    }

    /** When one more will be there for this key, rounded up to seconds; at least 1. */
    public long retryAfterSeconds(String key) {
        return Math.max(1, Duration.ofNanos(bucket(key).waitNanos()).plusMillis(999).toSeconds());
    }

    private TokenBucket bucket(String key) {
        return buckets.get(key, _ -> new TokenBucket(count, per, burst, nanos));
    }
}
