package dev.downbeat.companion.detectors;

import dev.downbeat.protocol.WireTrack;

import java.util.OptionalLong;

/**
 * All that one player said at one moment.
 *
 * @param track empty title: the player says nothing about what it plays
 * @param positionMs empty when the player tells none
 * @param rate playback speed, 1.0 is normal
 * @param atMs the companion's clock at the reading
 * @param location where the file is, as the player names it; never leaves this PC
 */
public record Reading(
        Player player,
        Status status,
        WireTrack track,
        OptionalLong positionMs,
        double rate,
        double atMs,
        Cause cause,
        String location) {

    /** What the player is doing. */
    public enum Status {
        PLAYING,
        PAUSED,
        STOPPED
    }

    /** Why it was read. */
    public enum Cause {
        /** It was time. */
        POLL,
        /** Something changed. */
        CHANGE,
        /** The player says that it jumped. */
        JUMP
    }

    public boolean isPlaying() {
        return status == Status.PLAYING;
    }

    public Reading withTrack(WireTrack other) {
        return new Reading(player, status, other, positionMs, rate, atMs, cause, location);
    }

    public Reading withStatus(Status other) {
        return new Reading(player, other, track, positionMs, rate, atMs, cause, location);
    }

    public Reading withPosition(OptionalLong other) {
        return new Reading(player, status, track, other, rate, atMs, cause, location);
    }

    public Reading because(Cause other) {
        return new Reading(player, status, track, positionMs, rate, atMs, other, location);
    }
}
