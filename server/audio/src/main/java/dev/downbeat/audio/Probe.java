package dev.downbeat.audio;

/** What came of probing a medium. */
public sealed interface Probe {
    record Read(MediaInfo info) implements Probe {}

    /**
     * @param reason the code of a {@link Refusal}
     */
    record Refused(String reason) implements Probe {}
}
