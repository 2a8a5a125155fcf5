package dev.downbeat.party;

/**
 * Names one wish so that a repeat is not done twice: an interaction's id or an idempotency key.
 * Kept for {@link Party#WISH_MEMORY}.
 */
public record WishId(String value) {}
