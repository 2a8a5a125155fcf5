package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;

/**
 * One reading of the host's player.
 *
 * @param track what the player says it plays
 * @param position the player's own position; late by the player's step, never early
 * @param positionKnown false when the player does not report a usable position
 * @param rate playback speed, 1.0 is normal
 * @param at server time of the reading, already converted from the companion's clock
 */
public record Sighting(
        TrackRequest.Seen track,
        Status status,
        Duration position,
        boolean positionKnown,
        double rate,
        Instant at) {

    /** What the player is doing. */
    public enum Status {
        PLAYING,
        PAUSED,
        STOPPED
    }
}
