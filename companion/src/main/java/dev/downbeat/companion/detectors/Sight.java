package dev.downbeat.companion.detectors;

/** What a detector has to say. */
public sealed interface Sight {
    record Seen(Reading reading) implements Sight {}

    record Gone(Player player) implements Sight {}

    /** The detector works, or does not: {@code reason} is empty or for people. */
    record Health(String detector, String reason) implements Sight {}
}
