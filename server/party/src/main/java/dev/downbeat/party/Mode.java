package dev.downbeat.party;

/** Who leads the timeline. */
public enum Mode {
    /** The host's own player leads; reports from the companion move the timeline. */
    FOLLOW,
    /** The party's queue leads; the frame counter is the clock. */
    QUEUE
}
