package dev.downbeat.audio.stage;

import java.time.Duration;

/** What was asked for: the words of {@link dev.downbeat.audio.Stage#play}, kept together. */
record Play(long generation, Duration from, long atNanos, boolean keepsTime, Announcer announcer) {

    /**
     * The same, later if need be: a queue's next track, played while the last half second of the
     * one before is still to be heard, lets it end.
     */
    Play afterwards(long endNanos) {
        boolean runsIn = !keepsTime && from.isZero() && atNanos < endNanos;
        return runsIn ? new Play(generation, from, endNanos, keepsTime, announcer) : this;
    }
}
