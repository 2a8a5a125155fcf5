package dev.downbeat.engine.accounts;

import dev.downbeat.party.PartyId;

import java.time.Instant;

/**
 * What a token that was made from a ticket is tied to. It speaks in this party only, and ends when
 * its ticket is revoked, when its party ends, and at {@code until} at the latest.
 *
 * @param ticket names the ticket without giving it away
 */
public record Pass(String ticket, PartyId party, Ticket.Role role, Instant until) {}
