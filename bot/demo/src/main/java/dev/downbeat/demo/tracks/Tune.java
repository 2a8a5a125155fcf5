package dev.downbeat.demo.tracks;

import java.time.Duration;
import java.util.Random;

/**
 * A small piece of music made from a seed: pad chords, a plucked melody and brushed noise. The
 * melody and the noise never repeat, so that any 200 ms of it tell where in the tune they are.
 */
public final class Tune {
    public static final int SAMPLE_RATE = 48_000;

    private static final double BEAT_SECONDS = 0.5;
    private static final int[][] CHORDS = {{0, 4, 7}, {9, 12, 16}, {5, 9, 12}, {7, 11, 14}};
    private static final int[] SCALE = {0, 2, 4, 7, 9, 12, 14, 16};

    private final double[] samples;
    private final Random chance;
    private final double root;

    private Tune(Duration length, long seed) {
        samples = new double[(int) (length.toMillis() * SAMPLE_RATE / 1000)];
        chance = new Random(seed);
        root = 196.0 * Math.pow(2, chance.nextInt(8) / 12.0);
    }

    /** Mono samples at {@link #SAMPLE_RATE}; equal for equal arguments. */
    public static short[] compose(Duration length, long seed) {
        Tune tune = new Tune(length, seed);
        tune.pads();
        tune.melody();
        tune.brushes();
        return tune.rendered();
    }

    private void pads() {
        double bar = 4 * BEAT_SECONDS;
        for (int n = 0; n * bar * SAMPLE_RATE < samples.length; n++) {
            for (int step : CHORDS[n % CHORDS.length]) {
                tone(n * bar, bar, pitch(step - 12), 0.07, 0.4);
            }
        }
    }

    private void melody() {
        for (double at = 0; at * SAMPLE_RATE < samples.length; at += BEAT_SECONDS / 2) {
            if (chance.nextInt(4) > 0) {
                tone(at, 0.6, pitch(SCALE[chance.nextInt(SCALE.length)]), 0.16, 0.01);
            }
        }
    }

    private void brushes() {
        double low = 0;
        for (int i = 0; i < samples.length; i++) {
            double noise = chance.nextGaussian();
            low += 0.35 * (noise - low);
            double sinceBeat = (i / (double) SAMPLE_RATE) % BEAT_SECONDS;
            samples[i] += low * (0.02 + 0.06 * Math.exp(-sinceBeat * 18));
        }
    }

    private double pitch(int step) {
        return root * Math.pow(2, step / 12.0);
    }

    private void tone(double at, double seconds, double hertz, double loud, double attack) {
        int start = (int) (at * SAMPLE_RATE);
        int end = Math.min(samples.length, start + (int) (seconds * SAMPLE_RATE));
        for (int i = start; i < end; i++) {
            double t = (i - start) / (double) SAMPLE_RATE;
            double rise = Math.min(1, t / attack);
            double fall = Math.min(1, (seconds - t) / 0.08) * Math.exp(-2.5 * t / seconds);
            double phase = 2 * Math.PI * hertz * t;
            samples[i] += loud * rise * fall * (Math.sin(phase) + 0.35 * Math.sin(2 * phase));
        }
    }

    private short[] rendered() {
        short[] out = new short[samples.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.round(30_000 * Math.tanh(samples[i] * 1.6));
        }
        return out;
    }
}
