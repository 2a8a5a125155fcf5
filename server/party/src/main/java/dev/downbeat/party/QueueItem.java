package dev.downbeat.party;

/** One waiting track and who asked for it. */
public record QueueItem(ItemId id, Track track, SeatId by) {}
