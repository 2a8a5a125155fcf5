package dev.downbeat.party;

/** Names one question to the sources; an answer to a question no longer open is ignored. */
public record ResolveId(long value) {}
