package dev.downbeat.protocol;

import org.jspecify.annotations.Nullable;

/** A track in words. Empty text and 0 mean "not known". */
public record WireTrack(String title, String artist, String album, long durationMs) {
    /** In characters; longer title, artist or album is cut, on sending and on receiving. */
    public static final int MAX_TEXT = 1_000;

    /** Nothing is known. */
    public static final WireTrack UNKNOWN = new WireTrack("", "", "", 0);

    public WireTrack {
        title = Words.cut(title, MAX_TEXT);
        artist = Words.cut(artist, MAX_TEXT);
        album = Words.cut(album, MAX_TEXT);
        durationMs = Math.max(0, durationMs);
    }

    static WireTrack orUnknown(@Nullable WireTrack track) {
        return track == null ? UNKNOWN : track;
    }
}
