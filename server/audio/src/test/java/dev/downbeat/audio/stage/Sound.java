package dev.downbeat.audio.stage;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Sounds made for the tests, and how far two of them are apart. */
final class Sound {
    private Sound() {}

    /** Two tones a side, in 20 ms frames. */
    static short[] tones(int frames) {
        short[] pcm = new short[frames * OpusPcm.FRAME_SHORTS];
        for (int i = 0; i < pcm.length / 2; i++) {
            double t = i / 48_000.0;
            pcm[2 * i] = (short) (6_000 * (sin(t, 440) + sin(t, 1_250)));
            pcm[2 * i + 1] = (short) (6_000 * (sin(t, 550) + sin(t, 330)));
        }
        return pcm;
    }

    /** Chords that change three times a second, each with its own attack and decay. */
    static short[] chords(int frames) {
        double[] roots = {220, 261.6, 196, 174.6, 329.6, 246.9};
        short[] pcm = new short[frames * OpusPcm.FRAME_SHORTS];
        for (int i = 0; i < pcm.length / 2; i++) {
            double t = i / 48_000.0;
            int bar = (int) (t * 3);
            double root = roots[bar % roots.length];
            double level = 5_000 * Math.exp(-3 * (t * 3 - bar)) * Math.min(1, (t * 3 - bar) * 60);
            double chord = sin(t, root) + sin(t, root * 1.25) + sin(t, root * 1.5);
            pcm[2 * i] = (short) (level * chord);
            pcm[2 * i + 1] = (short) (level * (chord + sin(t, root * 2)) * 0.8);
        }
        return pcm;
    }

    static short[] noise(int frames) {
        Random random = new Random(7);
        short[] pcm = new short[frames * OpusPcm.FRAME_SHORTS];
        double low = 0;
        for (int i = 0; i < pcm.length; i++) {
            low += 0.3 * (random.nextGaussian() * 4_000 - low);
            pcm[i] = (short) low;
        }
        return pcm;
    }

    private static double sin(double seconds, double hertz) {
        return Math.sin(2 * Math.PI * hertz * seconds);
    }

    /** Canonical packets: one continuous encode. */
    static List<byte[]> packets(short[] pcm) {
        return OpusPcm.encode(pcm, pcm.length / OpusPcm.FRAME_SHORTS - 1);
    }

    /** Power of the difference against the power of the original, in dB, over some frames. */
    static double errorDecibel(short[] heard, int at, short[] original, int from, int frames) {
        double error = 1e-9;
        double power = 1e-9;
        for (int i = 0; i < frames * OpusPcm.FRAME_SHORTS; i++) {
            double o = original[from * OpusPcm.FRAME_SHORTS + i];
            double d = heard[at * OpusPcm.FRAME_SHORTS + i] - o;
            error += d * d;
            power += o * o;
        }
        return 10 * Math.log10(error / power);
    }

    /** The frame with the largest error, as {@link #errorDecibel}. */
    static double worstDecibel(short[] heard, int at, short[] original, int from, int frames) {
        return IntStream.range(0, frames)
                .mapToDouble(i -> errorDecibel(heard, at + i, original, from + i, 1))
                .max()
                .orElseThrow();
    }
}
