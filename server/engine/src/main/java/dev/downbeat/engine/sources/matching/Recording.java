package dev.downbeat.engine.sources.matching;

import java.time.Duration;

/** A recording in words, as some player, service or file spells it; empty and zero: not said. */
public record Recording(String title, String artist, String album, Duration duration) {}
