package dev.downbeat.party;

import java.time.Instant;

/** A wish and its final answer, kept for {@link Party#WISH_MEMORY} after {@code at}. */
public record RememberedWish(SeatId who, WishId id, Outcome outcome, Instant at) {}
