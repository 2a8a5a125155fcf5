package dev.downbeat.audio.child.level;

/**
 * Reads {@link Pcm} at 48 kHz from any position: a windowed-sinc polyphase filter without delay, so
 * that output sample n is exactly the sound at n / 48000 s. One thread.
 */
final class Resampler {
    private static final int TARGET = 48_000;
    private static final int HALF_TAPS = 16;
    private static final double KAISER_BETA = 7;
    private static final double PASSBAND = 0.93;

    private final Pcm pcm;
    private final int up;
    private final int down;
    private final int half;
    private final float[][] phases;
    private float[] left = new float[0];
    private float[] right = new float[0];

    Resampler(Pcm pcm) {
        this.pcm = pcm;
        int common = greatestCommonDivisor(TARGET, pcm.sampleRate());
        this.up = TARGET / common;
        this.down = pcm.sampleRate() / common;
        double ratio = Math.min(1, (double) up / down);
        this.half = (int) Math.ceil(HALF_TAPS / ratio);
        this.phases = up == down ? new float[0][] : phases(ratio);
    }

    /** Fills both arrays with {@code count} samples from output position {@code from}. */
    void read(long from, int count, float[] outLeft, float[] outRight) {
        if (up == down) {
            pcm.read(from, count, outLeft, outRight);
            return;
        }
        long first = Math.floorDiv(from * down, (long) up) - half + 1;
        int span = (int) (Math.floorDiv((from + count - 1) * down, (long) up) + half - first) + 1;
        if (left.length < span) {
            left = new float[span];
            right = new float[span];
        }
        pcm.read(first, span, left, right);
        for (int i = 0; i < count; i++) {
            long at = (from + i) * down;
            int base = (int) (Math.floorDiv(at, (long) up) - half + 1 - first);
            filter(phases[(int) Math.floorMod(at, (long) up)], base, i, outLeft, outRight);
        }
    }

    private void filter(float[] taps, int base, int out, float[] outLeft, float[] outRight) {
        float l0 = 0;
        float l1 = 0;
        float r0 = 0;
        float r1 = 0;
        // Two sums per channel: the additions of one need not wait for the other's.
        for (int k = 0; k < taps.length; k += 2) {
            l0 += taps[k] * left[base + k];
            r0 += taps[k] * right[base + k];
            l1 += taps[k + 1] * left[base + k + 1];
            r1 += taps[k + 1] * right[base + k + 1];
        }
        outLeft[out] = l0 + l1;
        outRight[out] = r0 + r1;
    }

    private float[][] phases(double ratio) {
        double cutoff = ratio * PASSBAND;
        float[][] made = new float[up][2 * half];
        for (int phase = 0; phase < up; phase++) {
            double sum = 0;
            double[] taps = new double[2 * half];
            for (int k = 0; k < taps.length; k++) {
                double distance = k - half + 1 - (double) phase / up;
                taps[k] = sinc(distance * cutoff) * kaiser(distance / half);
                sum += taps[k];
            }
            for (int k = 0; k < taps.length; k++) {
                made[phase][k] = (float) (taps[k] / sum);
            }
        }
        return made;
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1
                ? 0
                : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
    }

    /** The modified Bessel function of order 0, by its series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
