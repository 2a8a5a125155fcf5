package dev.downbeat.audio;

/** What came of probing a medium. */
public sealed interface Probe {
    record Read(MediaInfo info) implements Probe {}

    /**
     * @param reason in plain words, for a person
     */
    record Refused(String reason) implements Probe {}
}
