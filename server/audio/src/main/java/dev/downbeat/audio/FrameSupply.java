package dev.downbeat.audio;

/** Gives the frames of media: from the store, or from a media child that starts at once. */
public interface FrameSupply {
    /** Returns at once; when frames must be made, those from {@code firstIndex} on come first. */
    Frames open(Medium medium, long firstIndex);
}
