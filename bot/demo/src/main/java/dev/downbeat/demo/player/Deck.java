package dev.downbeat.demo.player;

import dev.downbeat.demo.tracks.DemoTrack;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What a music player knows: a list of tracks, which one is on, where it is, playing or not. Time
 * is read from the given monotonic clock. Safe for any thread.
 */
public final class Deck {
    private final List<DemoTrack> tracks;
    private final LongSupplier nanos;
    private int current;
    private boolean playing;
    private Duration base = Duration.ZERO;
    private long since;

    public Deck(List<DemoTrack> tracks, LongSupplier nanos) {
        this.tracks = List.copyOf(tracks);
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** The state at one instant. */
    public record Reading(DemoTrack track, int index, Duration position, boolean playing) {}

    /** Where the deck is now; moves on to the next track by itself when one has ended. */
    public synchronized Reading read() {
        return readAt(nanos.getAsLong());
    }

    /** Where the deck is, or was a moment ago, by the given clock. */
    public synchronized Reading readAt(long when) {
        Duration position = positionAt(when);
        while (playing && position.compareTo(track().length()) >= 0) {
            base = base.minus(track().length());
            current = (current + 1) % tracks.size();
            position = positionAt(when);
        }
        return new Reading(track(), current, position, playing);
    }

    public synchronized void play() {
        if (!playing) {
            since = nanos.getAsLong();
            playing = true;
        }
    }

    public synchronized void pause() {
        settle(read().position());
        playing = false;
    }

    /** Held within the track. */
    public synchronized void seek(Duration to) {
        Duration last = track().length().minusMillis(1);
        settle(to.isNegative() ? Duration.ZERO : to.compareTo(last) > 0 ? last : to);
    }

    public synchronized void skip(int by) {
        current = Math.floorMod(current + by, tracks.size());
        settle(Duration.ZERO);
    }

    private void settle(Duration position) {
        base = position;
        since = nanos.getAsLong();
    }

    private Duration positionAt(long when) {
        return playing ? base.plusNanos(when - since) : base;
    }

    private DemoTrack track() {
        return tracks.get(current);
    }
}
