package dev.downbeat.localdiscord.voice;

import java.util.Arrays;
import java.util.HexFormat;

/** One Opus packet; two are equal when their bytes are. */
public final class Opus {
    private static final int SILENCE_BYTES = 3;

    private final byte[] bytes;

    /** The array is taken over, not copied. */
    public Opus(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The array itself; it is not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Discord's frame of silence, F8 FF FE. */
    public boolean isSilence() {
        return bytes.length == SILENCE_BYTES
                && bytes[0] == (byte) 0xF8
                && bytes[1] == (byte) 0xFF
                && bytes[2] == (byte) 0xFE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Opus opus && Arrays.equals(bytes, opus.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Opus[" + HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length)) + "]";
    }
}
