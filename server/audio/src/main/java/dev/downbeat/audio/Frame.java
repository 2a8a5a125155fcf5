package dev.downbeat.audio;

/**
 * 20 ms of Opus, 48 kHz stereo, and its stamp.
 *
 * @param opus the packet; shared by every reader, never changed
 * @param generation the play it belongs to
 * @param sequence counts frames of this generation from 0, those lost in a stall included
 * @param mediaIndex position in the medium, in frames of 20 ms
 * @param atNanos the server instant at which it is to be heard
 * @param spliced true inside a splice
 */
@SuppressWarnings("ArrayRecordComponent") // a copy per listener would be the costliest thing here
public record Frame(
        byte[] opus,
        long generation,
        long sequence,
        long mediaIndex,
        long atNanos,
        boolean spliced) {}
