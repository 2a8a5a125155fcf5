package dev.downbeat.engine.accounts;

import dev.downbeat.party.SeatId;

import java.util.Optional;

/**
 * Who a token speaks for.
 *
 * @param name for people to read, for example the Discord name
 * @param pass empty for a token of the person's own, which is good until revoked
 */
public record Account(SeatId seat, String name, Optional<Pass> pass) {
    public Account(SeatId seat, String name) {
        this(seat, name, Optional.empty());
    }
}
