package dev.downbeat.companion.detectors.mpris;

import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Status;

import org.jspecify.annotations.Nullable;

/**
 * Believes a player's position where its status cannot be true: one that says Stopped while its
 * position moves like a clock plays. One per player. Times in ms of the companion's clock.
 *
 * <p>mpv-mpris says Stopped for ever of a file that was loaded after mpv had been idle.
 */
final class TrueStatus {
    /** So many steps in a row at the pace of a clock; then one that stands still is enough. */
    static final int STEPS = 3;

    /** Nearer readings say nothing about pace. */
    static final double SHORTEST = 50;

    private @Nullable Reading before;
    private int steps;

    /** The reading, as playing where its position proves it. */
    Reading of(Reading said) {
        if (!mayPlay(said)) {
            before = null;
            steps = 0;
            return said;
        }
        if (before == null || !before.track().equals(said.track())) {
            steps = 0;
            before = said;
        } else if (said.atMs() - before.atMs() >= SHORTEST) {
            steps = movesOn(before, said) ? Math.min(STEPS, steps + 1) : 0;
            before = said;
        }
        return steps == STEPS ? said.withStatus(Status.PLAYING) : said;
    }

    /** Whether its position is worth another look although it says that it has stopped. */
    static boolean mayPlay(Reading said) {
        return said.status() == Status.STOPPED
                && !said.track().title().isBlank()
                && said.positionMs().isPresent();
    }

    /** By what a clock would, give or take half: a jump and a stand are neither. */
    private static boolean movesOn(Reading before, Reading now) {
        double moved = now.positionMs().orElse(0) - before.positionMs().orElse(0);
        double expected = (now.atMs() - before.atMs()) * now.rate();
        return Math.abs(moved - expected) <= expected / 2;
    }
}
