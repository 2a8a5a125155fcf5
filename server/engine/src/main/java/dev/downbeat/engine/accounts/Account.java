package dev.downbeat.engine.accounts;

import dev.downbeat.party.SeatId;

/**
 * Who a token speaks for.
 *
 * @param name for people to read, for example the Discord name
 */
public record Account(SeatId seat, String name) {}
