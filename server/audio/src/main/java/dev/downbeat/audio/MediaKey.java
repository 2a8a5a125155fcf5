package dev.downbeat.audio;

/** Names the canonical frames of one medium: its content's hash and the pipeline's version. */
public record MediaKey(String value) {}
