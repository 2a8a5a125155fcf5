package dev.downbeat.audio;

import java.time.Duration;

/**
 * What a probe found out. Empty text and a zero duration mean "not said".
 *
 * @param container for example {@code mp3}, {@code matroska/webm}
 */
public record MediaInfo(
        String container, String title, String artist, String album, Duration duration) {}
