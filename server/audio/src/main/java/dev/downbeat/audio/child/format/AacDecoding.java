package dev.downbeat.audio.child.format;

import com.sedmelluq.discord.lavaplayer.natives.aac.AacDecoder;

import dev.downbeat.audio.Refusal;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/**
 * Raw AAC frames into the FDK decoder, stereo out. The decoder delays everything by one frame (it
 * conceals errors) and 15 ms (its limiter); both are taken off. Of more than two channels the first
 * two are heard.
 */
final class AacDecoding implements AutoCloseable {
    private static final int MAX_FRAME = 1 << 16;
    private static final int MAX_SAMPLES = 2048;
    private static final int MAX_CHANNELS = 8;
    private static final int LIMITER_MILLISECONDS = 15;

    private final AacDecoder decoder = new AacDecoder();
    private final ByteBuffer input = ByteBuffer.allocateDirect(MAX_FRAME);
    private final ShortBuffer output =
            ByteBuffer.allocateDirect(MAX_SAMPLES * MAX_CHANNELS * 2)
                    .order(ByteOrder.nativeOrder())
                    .asShortBuffer();
    private final short[] stereo = new short[MAX_SAMPLES * 2];
    private final Sound.PcmSink sink;
    private AacDecoder.@Nullable StreamInfo shape;
    private Sound.@Nullable PcmSink undelayed;

    AacDecoding(byte[] configuration, Sound.PcmSink sink) throws MediaRefused {
        this.sink = sink;
        if (configuration.length > 8 || decoder.configure(configuration) != 0) {
            decoder.close();
            throw new MediaRefused(Refusal.CODING_UNKNOWN.about("AAC"));
        }
    }

    /** Sample rate of what comes out, found by looking into the first frames. */
    static int sampleRate(byte[] configuration, byte[]... frames) throws MediaRefused {
        try (AacDecoding decoding = new AacDecoding(configuration, (_, _) -> {})) {
            for (byte[] frame : frames) {
                decoding.fill(frame);
                AacDecoder.StreamInfo shape = decoding.decoder.resolveStreamInfo();
                if (shape != null) {
                    return shape.sampleRate;
                }
            }
            throw new MediaRefused(Refusal.NO_SOUND_CAME.code());
        } catch (IllegalStateException _) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about("AAC"));
        }
    }

    static int limiterDelay(int sampleRate) {
        return LIMITER_MILLISECONDS * sampleRate / 1000;
    }

    /** One frame in, one out: what cannot be decoded is silence of its length. */
    void add(byte[] frame) {
        fill(frame);
        if (shape == null) {
            shape = decoder.resolveStreamInfo();
        }
        AacDecoder.StreamInfo known = shape;
        if (known == null || known.frameSize > MAX_SAMPLES || known.channels > MAX_CHANNELS) {
            return;
        }
        if (undelayed == null) {
            undelayed = new Trim(sink, delay(known), Long.MAX_VALUE);
        }
        give(decoder.decode(output, false), known, undelayed);
    }

    /** What the decoder still holds. */
    void end() {
        AacDecoder.StreamInfo known = shape;
        Sound.PcmSink to = undelayed;
        if (known != null && to != null) {
            Trim rest = new Trim(to, 0, delay(known));
            give(decoder.decode(output, true), known, rest);
            give(decoder.decode(output, true), known, rest);
        }
    }

    private static int delay(AacDecoder.StreamInfo shape) {
        return shape.frameSize + limiterDelay(shape.sampleRate);
    }

    private void fill(byte[] frame) {
        input.clear().put(frame, 0, Math.min(frame.length, MAX_FRAME)).flip();
        decoder.fill(input);
    }

    private void give(boolean decoded, AacDecoder.StreamInfo known, Sound.PcmSink to) {
        for (int i = 0; i < known.frameSize; i++) {
            int at = i * known.channels;
            stereo[2 * i] = decoded ? output.get(at) : 0;
            stereo[2 * i + 1] = decoded ? output.get(at + Math.min(1, known.channels - 1)) : 0;
        }
        to.accept(stereo, known.frameSize);
    }

    @Override
    public void close() {
        decoder.close();
    }
}
