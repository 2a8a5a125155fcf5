package dev.downbeat.party;

/**
 * Somewhere the party sounds or shows, opaque to the party but remembered by it.
 *
 * @param kind for example {@code discord-voice} or {@code discord-card}
 * @param address what the owner of that kind needs to find it again, for example {@code
 *     guild:channel}
 */
public record Place(String kind, String address) {}
