package dev.downbeat.party;

import java.time.Instant;

/**
 * A person who hears the party.
 *
 * @param at where: a place of the party
 * @param since when they began to hear it there
 */
public record Listener(SeatId who, Place at, Instant since) {}
