package dev.downbeat.demo.whole;

import dev.downbeat.audio.Correlation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A track's true sound, mono at 48 kHz, to find heard pieces in. */
public final class Reference {
    private static final int COARSE = 8;

    private final float[] samples;
    private final float[] coarse;

    private Reference(float[] samples) {
        this.samples = samples;
        this.coarse = thinned(samples);
    }

    public static Reference of(short[] mono) {
        float[] samples = new float[mono.length];
        for (int i = 0; i < mono.length; i++) {
            samples[i] = mono[i];
        }
        return new Reference(samples);
    }

    /** What ffmpeg decodes the file to: the judge of every format. */
    public static Reference decodedByFfmpeg(Path file) throws InterruptedException {
        byte[] raw =
                Output.of(
                        List.of(
                                "ffmpeg",
                                "-nostdin",
                                "-v",
                                "error",
                                "-i",
                                file.toString(),
                                "-f",
                                "s16le",
                                "-ac",
                                "1",
                                "-ar",
                                "48000",
                                "-"));
        ShortBuffer shorts = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        short[] mono = new short[shorts.remaining()];
        shorts.get(mono);
        return of(mono);
    }

    public double seconds() {
        return samples.length / 48_000.0;
    }

    /** Coarsely first, then to the sample; {@code expected} and {@code within} in seconds. */
    public Correlation.Match find(float[] piece, double expected, double within) {
        int middle = (int) (expected * 48_000 / COARSE);
        int reach = (int) (within * 48_000 / COARSE) + 1;
        Correlation.Match rough =
                Correlation.find(thinned(piece), coarse, middle - reach, middle + reach);
        int about = (int) rough.position() * COARSE;
        return Correlation.find(piece, samples, about - 2 * COARSE, about + 2 * COARSE);
    }

    private static float[] thinned(float[] fine) {
        float[] thin = new float[fine.length / COARSE];
        for (int i = 0; i < thin.length; i++) {
            float sum = 0;
            for (float sample : Arrays.copyOfRange(fine, i * COARSE, (i + 1) * COARSE)) {
                sum += sample;
            }
            thin[i] = sum / COARSE;
        }
        return thin;
    }
}
