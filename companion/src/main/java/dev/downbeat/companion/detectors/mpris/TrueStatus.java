package dev.downbeat.companion.detectors.mpris;

import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Status;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Believes a player's position where its status cannot be true: one that says Stopped while its
 * position moves like a clock plays. One per player. Times in ms of the companion's clock.
 *
 * <p>mpv-mpris says Stopped for ever of a file that was loaded after mpv had been idle. Its
 * position may come in steps of 250 ms, so the pace is judged over several readings together.
 */
final class TrueStatus {
    /** So many steps, and so much time at least, before a pace is believed. */
    static final int STEPS = 3;

    static final double LEAST = 500;

    /** Older readings say nothing about now, where the younger ones are enough. */
    static final double WINDOW = 1_000;

    /** Nearer readings say nothing about pace. */
    static final double SHORTEST = 50;

    /** More than a clock and this is a jump. */
    static final double JUMP = 500;

    /** Readings without a jump between them, oldest first. */
    private final Deque<Reading> run = new ArrayDeque<>();

    /** The reading, as playing where its position proves it. */
    Reading of(Reading said) {
        if (mayPlay(said)) {
            add(said);
        } else {
            run.clear();
        }
        return isAtPace() ? said.withStatus(Status.PLAYING) : said;
    }

    private void add(Reading said) {
        Reading last = run.peekLast();
        if (last != null && (!last.track().equals(said.track()) || isJump(last, said))) {
            run.clear();
        }
        if (run.isEmpty() || said.atMs() - run.getLast().atMs() >= SHORTEST) {
            run.addLast(said);
            forgetOld(said.atMs());
        }
    }

    private void forgetOld(double now) {
        while (run.size() > STEPS + 1) {
            Reading oldest = run.removeFirst();
            if (now - run.getFirst().atMs() < WINDOW) {
                run.addFirst(oldest);
                return;
            }
        }
    }

    /** Whether its position moved at the last look: more looks will tell. */
    boolean moves() {
        if (run.size() < 2) {
            return false;
        }
        Reading last = run.removeLast();
        Reading before = run.getLast();
        run.addLast(last);
        return moved(before, last) > 0;
    }

    /** Whether its position is worth another look although it says that it has stopped. */
    static boolean mayPlay(Reading said) {
        return said.status() == Status.STOPPED
                && !said.track().title().isBlank()
                && said.positionMs().isPresent();
    }

    /** Give or take a third: a stand and another speed are neither. */
    private boolean isAtPace() {
        if (run.size() <= STEPS) {
            return false;
        }
        Reading first = run.getFirst();
        Reading last = run.getLast();
        double expected = (last.atMs() - first.atMs()) * last.rate();
        return last.atMs() - first.atMs() >= LEAST
                && Math.abs(moved(first, last) - expected) <= expected / 3;
    }

    private static boolean isJump(Reading before, Reading now) {
        double moved = moved(before, now);
        return moved < 0 || moved > (now.atMs() - before.atMs()) * now.rate() + JUMP;
    }

    private static double moved(Reading before, Reading now) {
        return now.positionMs().orElse(0) - before.positionMs().orElse(0);
    }
}
