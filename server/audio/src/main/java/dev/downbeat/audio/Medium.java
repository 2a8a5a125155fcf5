package dev.downbeat.audio;

/**
 * Something that can be played: where its frames are kept and, where they are not yet, the bytes to
 * make them from.
 */
public record Medium(MediaKey key, MediaStream bytes) {}
