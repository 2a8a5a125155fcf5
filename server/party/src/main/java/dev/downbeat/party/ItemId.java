package dev.downbeat.party;

/** Names one item of the queue; never used twice within a party. */
public record ItemId(long value) {}
