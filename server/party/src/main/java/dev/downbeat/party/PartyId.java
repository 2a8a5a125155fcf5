package dev.downbeat.party;

/** Names one party for its whole life, also across restarts. */
public record PartyId(String value) {}
