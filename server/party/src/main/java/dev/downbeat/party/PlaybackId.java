package dev.downbeat.party;

/** One stretch of sound: grows by one with each play, seek, resume and stop of the party. */
public record PlaybackId(long value) {}
