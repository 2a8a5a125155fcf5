package dev.downbeat.audio.child.wire;

/**
 * One canonical frame.
 *
 * @param loudness as {@link dev.downbeat.audio.Frames#loudnessAt}
 */
@SuppressWarnings("ArrayRecordComponent") // written and read once, never compared
public record Packet(byte[] opus, int loudness) {}
