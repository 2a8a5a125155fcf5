package dev.downbeat.audio.child.format;

import com.sedmelluq.discord.lavaplayer.natives.mp3.Mp3Decoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/** Frames into mpg123, stereo out; a frame that it cannot decode becomes silence of its length. */
final class Mp3Decoding implements AutoCloseable {
    private static final int MAX_FRAME = 4096;
    private static final int MAX_SAMPLES = 1152;

    private final Mp3Decoder decoder = new Mp3Decoder();
    private final ByteBuffer input = ByteBuffer.allocateDirect(MAX_FRAME);
    private final ShortBuffer output =
            ByteBuffer.allocateDirect(MAX_SAMPLES * 4)
                    .order(ByteOrder.nativeOrder())
                    .asShortBuffer();
    private final short[] stereo = new short[MAX_SAMPLES * 2];
    private final Sound.PcmSink sink;
    private long owed;
    private int channels = 2;
    private int samples = MAX_SAMPLES;

    Mp3Decoding(Sound.PcmSink sink) {
        this.sink = sink;
    }

    void add(byte[] frame, Mp3Frame head) {
        channels = head.channels();
        samples = head.samples();
        owed += samples;
        give(frame);
    }

    /** mpg123 keeps a frame back until it has seen the next one's head. */
    void end() {
        give(new byte[0]);
        while (owed > 0) {
            silence();
        }
    }

    private void give(byte[] frame) {
        input.clear().put(frame).flip();
        output.clear().limit(samples * channels);
        int produced = decoder.decode(input, output) / channels;
        if (produced == 0) {
            return;
        }
        // What was not decoded in its turn comes out as silence before what was.
        while (owed >= produced + 2L * samples) {
            silence();
        }
        for (int i = 0; i < produced; i++) {
            stereo[2 * i] = output.get(i * channels);
            stereo[2 * i + 1] = output.get(i * channels + channels - 1);
        }
        owed -= produced;
        sink.accept(stereo, produced);
    }

    private void silence() {
        java.util.Arrays.fill(stereo, (short) 0);
        owed -= samples;
        sink.accept(stereo, samples);
    }

    @Override
    public void close() {
        decoder.close();
    }
}
