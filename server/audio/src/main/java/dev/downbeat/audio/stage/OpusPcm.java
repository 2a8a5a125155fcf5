package dev.downbeat.audio.stage;

import com.sedmelluq.discord.lavaplayer.natives.opus.OpusDecoder;
import com.sedmelluq.discord.lavaplayer.natives.opus.OpusEncoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;

/** Opus to PCM and back in canonical form: 48 kHz, stereo interleaved, 20 ms a packet. */
final class OpusPcm {
    static final int CHANNELS = 2;
    static final int SAMPLES = 960;
    static final int FRAME_SHORTS = SAMPLES * CHANNELS;

    /**
     * Samples that an encoder at 48 kHz looks ahead; canonical frames are encoded that much early,
     * so that what a decoder gives lies on the frame.
     */
    private static final int LOOK_AHEAD = 312;

    private static final int RATE = 48_000;
    private static final int COMPLEXITY = 10;
    private static final int PACKET_BYTES_MAX = 4_000;

    private OpusPcm() {}

    /** Decodes consecutive packets with one fresh decoder. */
    static short[] decode(List<byte[]> packets) {
        OpusDecoder decoder = new OpusDecoder(RATE, CHANNELS);
        try {
            short[] pcm = new short[packets.size() * FRAME_SHORTS];
            ShortBuffer out = shorts();
            for (int i = 0; i < packets.size(); i++) {
                decoder.decode(direct(packets.get(i)), out);
                if (out.remaining() != FRAME_SHORTS) {
                    throw new IllegalArgumentException(
                            "not 20 ms of stereo: " + out.remaining() + " samples");
                }
                out.get(pcm, i * FRAME_SHORTS, FRAME_SHORTS);
            }
            return pcm;
        } finally {
            decoder.close();
        }
    }

    /**
     * Encodes {@code frames} consecutive frames with one fresh encoder; {@code pcm} has at least
     * one frame more, for the encoder's look-ahead.
     */
    static List<byte[]> encode(short[] pcm, int frames) {
        OpusEncoder encoder = new OpusEncoder(RATE, CHANNELS, COMPLEXITY);
        try {
            List<byte[]> packets = new ArrayList<>(frames);
            ShortBuffer in = shorts();
            ByteBuffer out = ByteBuffer.allocateDirect(PACKET_BYTES_MAX);
            for (int i = 0; i < frames; i++) {
                in.clear();
                in.put(pcm, i * FRAME_SHORTS + LOOK_AHEAD * CHANNELS, FRAME_SHORTS).flip();
                encoder.encode(in, SAMPLES, out);
                byte[] packet = new byte[out.remaining()];
                out.get(packet);
                packets.add(packet);
            }
            return packets;
        } finally {
            encoder.close();
        }
    }

    private static ShortBuffer shorts() {
        return ByteBuffer.allocateDirect(FRAME_SHORTS * Short.BYTES)
                .order(ByteOrder.nativeOrder())
                .asShortBuffer();
    }

    private static ByteBuffer direct(byte[] packet) {
        return ByteBuffer.allocateDirect(packet.length).put(packet).flip();
    }
}
