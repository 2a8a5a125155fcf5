package dev.downbeat.companion.hosting;

import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.protocol.WireTrack;

import java.util.OptionalLong;

/**
 * Notices that a player tells no usable position (none, or 0 for ever) and then counts by itself
 * from the start of the track. One per player. Times in ms of the companion's clock.
 */
final class PositionSense {
    /** A position that stays 0 while playing is believed for this long. */
    static final double PATIENCE = 3_000;

    private WireTrack track = WireTrack.UNKNOWN;
    private double countedMs;
    private double lastAt;
    private boolean wasPlaying;
    private boolean everMoved;
    private double playedMs;

    /** A reading and whether its position is the player's own. */
    record Judged(Reading reading, boolean positionKnown) {}

    Judged judge(Reading reading) {
        if (!TrackIdentity.same(reading.track(), track)) {
            begin(reading);
        }
        count(reading);
        long told = reading.positionMs().orElse(0);
        everMoved |= told > 0;
        boolean known = reading.positionMs().isPresent() && (everMoved || playedMs < PATIENCE);
        return known
                ? new Judged(reading, true)
                : new Judged(reading.withPosition(OptionalLong.of((long) countedMs)), false);
    }

    private void begin(Reading reading) {
        track = reading.track();
        countedMs = 0;
        playedMs = 0;
        everMoved = false;
        wasPlaying = false;
        lastAt = reading.atMs();
    }

    private void count(Reading reading) {
        if (wasPlaying) {
            double passed = Math.max(0, reading.atMs() - lastAt);
            countedMs += passed * reading.rate();
            playedMs += passed;
        }
        wasPlaying = reading.isPlaying();
        lastAt = reading.atMs();
    }
}
