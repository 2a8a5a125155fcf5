package dev.downbeat.party;

import java.time.Duration;

/**
 * A recording some source can give us.
 *
 * @param source the source's name, for example {@code library}
 * @param why why this one, in figures: for example {@code 97 %: title, artist, length +1 s}
 */
public record Track(
        MediaRef media,
        String title,
        String artist,
        Duration duration,
        String source,
        String why) {}
