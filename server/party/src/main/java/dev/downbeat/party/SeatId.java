package dev.downbeat.party;

/**
 * One person at the party, whatever they listen through: {@code discord:<user id>} for people known
 * by their Discord account (their companion included), {@code web:<random>} for browser guests.
 */
public record SeatId(String value) {}
