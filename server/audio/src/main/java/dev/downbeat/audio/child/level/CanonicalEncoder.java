package dev.downbeat.audio.child.level;

import com.sedmelluq.discord.lavaplayer.natives.opus.OpusEncoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/**
 * Makes canonical packets one after the other from a first index on: Opus, 48 kHz, stereo, 20 ms,
 * complexity 10. The encoder's look-ahead is cut: packet n decodes to the sound from n * 20 ms. One
 * thread.
 */
public final class CanonicalEncoder implements AutoCloseable {
    /** Sample frames that libopus's encoder keeps back at 48 kHz. */
    public static final int LOOK_AHEAD = 312;

    private static final int PRIMING_FRAMES = 4;
    private static final int BLOCK = Leveler.BLOCK;
    private static final int COMPLEXITY = 10;
    private static final int MAX_PACKET = 1275;

    private final OpusEncoder opus = new OpusEncoder(48_000, 2, COMPLEXITY);
    private final Leveler leveler;
    private final short[] twoBlocks = new short[BLOCK * 4];
    private final ShortBuffer input =
            ByteBuffer.allocateDirect(BLOCK * 4).order(ByteOrder.nativeOrder()).asShortBuffer();
    private final ByteBuffer output = ByteBuffer.allocateDirect(MAX_PACKET);
    private long index;
    private boolean primed;

    public CanonicalEncoder(Pcm pcm, Gain gain, long firstIndex) {
        this.index = firstIndex;
        this.leveler = new Leveler(new Resampler(pcm), gain, firstIndex - PRIMING_FRAMES);
    }

    /** Sample frames of the source that must be there (or the end reached) for packet {@code n}. */
    public static long sourceNeeded(Pcm pcm, long n) {
        // Two blocks of looking ahead, the encoder's own, and the reach of the resampler.
        long rate = pcm.sampleRate();
        return (n + 3) * BLOCK * rate / 48_000 + rate / 100;
    }

    /** How many packets a source of this many sample frames gives. */
    public static long packets(long sourceFrames, int sampleRate) {
        long samples = (sourceFrames * 48_000 + sampleRate - 1) / sampleRate;
        return (samples + BLOCK - 1) / BLOCK;
    }

    public long index() {
        return index;
    }

    /** The next packet; the source must be there, see {@link #sourceNeeded}. */
    public byte[] next() {
        if (!primed) {
            leveler.next(twoBlocks, BLOCK * 2);
            for (int i = 0; i < PRIMING_FRAMES; i++) {
                encode();
            }
            primed = true;
        }
        index++;
        return encode();
    }

    private byte[] encode() {
        System.arraycopy(twoBlocks, BLOCK * 2, twoBlocks, 0, BLOCK * 2);
        leveler.next(twoBlocks, BLOCK * 2);
        input.clear().put(twoBlocks, LOOK_AHEAD * 2, BLOCK * 2).flip();
        int length = opus.encode(input, BLOCK, output);
        byte[] packet = new byte[length];
        output.get(0, packet);
        return packet;
    }

    @Override
    public void close() {
        opus.close();
    }
}
