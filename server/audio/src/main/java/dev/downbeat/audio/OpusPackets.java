package dev.downbeat.audio;

import com.sedmelluq.discord.lavaplayer.natives.opus.OpusDecoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.List;

/**
 * Decodes Opus packets of 20 ms, 48 kHz stereo, one after the other, as a listener would. For
 * tests, the demo and measurements; one thread.
 */
public final class OpusPackets implements AutoCloseable {
    /** Sample frames in a packet. */
    public static final int SAMPLES = 960;

    private static final int MAX_PACKET = 4096;

    private final OpusDecoder decoder = new OpusDecoder(48_000, 2);
    private final ByteBuffer input = ByteBuffer.allocateDirect(MAX_PACKET);
    private final ShortBuffer output =
            ByteBuffer.allocateDirect(SAMPLES * 4).order(ByteOrder.nativeOrder()).asShortBuffer();

    /**
     * The next 20 ms, interleaved stereo: {@link #SAMPLES} sample frames.
     *
     * @throws IllegalArgumentException when it is no packet of 20 ms
     */
    public short[] decode(byte[] packet) {
        input.clear().put(packet).flip();
        output.clear();
        if (decoder.decode(input, output) != SAMPLES) {
            throw new IllegalArgumentException("not an Opus packet of 20 ms");
        }
        short[] pcm = new short[SAMPLES * 2];
        output.get(0, pcm);
        return pcm;
    }

    /** All of them in a row, interleaved stereo, by a fresh decoder. */
    public static short[] decodeAll(List<byte[]> packets) {
        try (OpusPackets decoder = new OpusPackets()) {
            short[] pcm = new short[packets.size() * SAMPLES * 2];
            for (int i = 0; i < packets.size(); i++) {
                System.arraycopy(
                        decoder.decode(packets.get(i)), 0, pcm, i * SAMPLES * 2, SAMPLES * 2);
            }
            return pcm;
        }
    }

    @Override
    public void close() {
        decoder.close();
    }
}
