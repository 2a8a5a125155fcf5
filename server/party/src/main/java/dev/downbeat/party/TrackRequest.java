package dev.downbeat.party;

import java.time.Duration;

/** What somebody wants to hear, before any source was asked. */
public sealed interface TrackRequest {

    /**
     * Read off the host's player. Empty text and a zero duration mean "the player did not say".
     *
     * @param duration as the player declares it
     */
    record Seen(String title, String artist, String album, Duration duration)
            implements TrackRequest {}

    /** Free text or a link, as a person typed it. */
    record Typed(String text) implements TrackRequest {}
}
