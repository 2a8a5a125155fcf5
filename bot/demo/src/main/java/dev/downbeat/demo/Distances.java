package dev.downbeat.demo;

import dev.downbeat.demo.bench.Figures;
import dev.downbeat.demo.player.Deck;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The distances of the last two minutes. Those within a second of an act are left out, as the
 * benchmarks leave them out, and those before a new follow has come to rest. One thread; times by a
 * monotonic clock.
 */
final class Distances {
    private static final int KEPT = 120;
    private static final long AFTER_ACT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long JUMP_NANOS = Duration.ofMillis(50).toNanos();

    /** The party wants five readings of the player, then corrects what the start was off. */
    private static final long NEW_FOLLOW_NANOS = Duration.ofSeconds(5).toNanos();

    private final Deque<Double> errorsMs = new ArrayDeque<>();
    private Deck.@Nullable Reading before;
    private long beforeAt;
    private boolean followed;
    private long restsAt = Long.MIN_VALUE;

    /** Tells what the player does, at least as often as sound is heard. */
    void saw(Deck.Reading now, long nanos) {
        if (before == null || isAct(before, now, nanos - beforeAt)) {
            waitFor(AFTER_ACT_NANOS, nanos);
        }
        before = now;
        beforeAt = nanos;
    }

    private static boolean isAct(Deck.Reading before, Deck.Reading now, long passed) {
        long moved = now.position().minus(before.position()).toNanos();
        return before.index() != now.index()
                || before.playing() != now.playing()
                || Math.abs(moved - (now.playing() ? passed : 0)) > JUMP_NANOS;
    }

    private void waitFor(long time, long nanos) {
        restsAt = Math.max(restsAt, nanos + time);
    }

    /** Voice belongs to others now: what comes after is a new follow. */
    void apart() {
        followed = false;
    }

    /** Takes what was heard for certain; returns whether it counts. */
    boolean heard(double errorMs, long nanos) {
        if (!followed) {
            followed = true;
            waitFor(NEW_FOLLOW_NANOS, nanos);
        }
        if (nanos < restsAt) {
            return false;
        }
        errorsMs.addLast(Math.abs(errorMs));
        if (errorsMs.size() > KEPT) {
            errorsMs.removeFirst();
        }
        return true;
    }

    Figures figures() {
        return Figures.of(errorsMs.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
