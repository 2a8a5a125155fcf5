package dev.downbeat.companion.hosting;

import dev.downbeat.protocol.WireTrack;

/**
 * What makes two readings speak of the same track: the words and the length to a second. A player's
 * own track id is not part of it; some use one id for all tracks.
 */
record TrackIdentity(String title, String artist, String album, long seconds) {
    static TrackIdentity of(WireTrack track) {
        return new TrackIdentity(
                track.title(),
                track.artist(),
                track.album(),
                Math.round(track.durationMs() / 1_000.0));
    }

    static boolean same(WireTrack one, WireTrack other) {
        return of(one).equals(of(other));
    }
}
