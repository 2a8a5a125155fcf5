package dev.downbeat.localdiscord.rest;

import dev.downbeat.localdiscord.world.Clocks;

import java.util.HashMap;
import java.util.Map;

/** Discord's buckets: so many calls in so many seconds, per route and channel. Thread-safe. */
final class RateLimits {
    private static final long SECOND = 1_000_000_000L;
    private static final long TEN_MINUTES = 600 * SECOND;
    private static final int GLOBAL_PER_SECOND = 50;
    private static final int FORGET_ABOVE = 10_000;

    /** A bucket's shape. */
    record Limit(String name, int calls, int seconds) {}

    /** Where a call stands in its bucket. */
    record Standing(Limit limit, boolean isOver, int remaining, double resetAfterSeconds) {}

    private static final class Window {
        private final long endNanos;
        private int used;

        Window(long endNanos) {
            this.endNanos = endNanos;
        }
    }

    private final Clocks clocks;
    private final Map<String, Window> windows = new HashMap<>();
    private Window invalid;
    private long invalidTotal;
    private long limitedTotal;

    RateLimits(Clocks clocks) {
        this.clocks = clocks;
        this.invalid = new Window(clocks.now() + TEN_MINUTES);
    }

    synchronized Standing enter(Limit limit, String major) {
        long now = clocks.now();
        if (windows.size() > FORGET_ABOVE) {
            windows.values().removeIf(window -> now - window.endNanos > 0);
        }
        Window window = windows.get(limit.name() + major);
        if (window == null || now - window.endNanos >= 0) {
            window = new Window(now + limit.seconds() * SECOND);
            windows.put(limit.name() + major, window);
        }
        boolean isOver = window.used >= limit.calls();
        if (isOver) {
            limitedTotal++;
        } else {
            window.used++;
        }
        double reset = Math.max(0.001, (window.endNanos - now) / (double) SECOND);
        return new Standing(limit, isOver, limit.calls() - window.used, reset);
    }

    Standing enterGlobal() {
        return enter(new Limit("global", GLOBAL_PER_SECOND, 1), "");
    }

    /** An answer of 401, 403 or 429 counts against 10,000 in ten minutes. */
    synchronized void countInvalid() {
        long now = clocks.now();
        if (now - invalid.endNanos >= 0) {
            invalid = new Window(now + TEN_MINUTES);
        }
        invalid.used++;
        invalidTotal++;
    }

    /** True when Cloudflare would have banned the address. */
    synchronized boolean isBanned() {
        return clocks.now() - invalid.endNanos < 0 && invalid.used >= 10_000;
    }

    synchronized long invalidTotal() {
        return invalidTotal;
    }

    synchronized long limitedTotal() {
        return limitedTotal;
    }
}
