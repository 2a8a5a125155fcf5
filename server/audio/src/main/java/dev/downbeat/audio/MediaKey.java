package dev.downbeat.audio;

/**
 * Names the canonical frames of one medium: its content's hash and the pipeline's version.
 *
 * @param isLent nothing made of it may outlive this process
 */
public record MediaKey(String value, boolean isLent) {
    /** Of a medium whose frames may be kept. */
    public MediaKey(String value) {
        this(value, false);
    }
}
