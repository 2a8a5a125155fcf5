package dev.downbeat.audio.child.wire;

/** Which of the two encodings of one ingest. */
public enum Take {
    /** From where the listener is, at once; perhaps with a provisional gain at first. */
    LIVE,
    /** The whole in one go with the final gain: what is kept. */
    CLEAN
}
