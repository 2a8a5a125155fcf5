package dev.downbeat.engine.accounts;

import dev.downbeat.party.PartyId;

import java.time.Instant;

/**
 * What a ticket lets its holder do.
 *
 * @param usesLeft how often it may still be redeemed
 */
public record Ticket(PartyId party, Role role, int usesLeft, Instant expiresAt) {
    /** As what somebody joins. */
    public enum Role {
        HOST,
        GUEST
    }
}
