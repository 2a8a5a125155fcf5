package dev.downbeat.audio.child.level;

/**
 * The K filter of ITU-R BS.1770-4 for one channel at any sample rate: a high shelf for the head and
 * a high-pass, each a second-order section. The standard gives coefficients for 48 kHz; these are
 * the analogue prototypes behind them (bilinear transform).
 */
final class KWeighting {
    private final double[] shelf;
    private final double[] highPass;
    private double shelf1;
    private double shelf2;
    private double high1;
    private double high2;

    KWeighting(int sampleRate) {
        double k = Math.tan(Math.PI * 1681.974450955533 / sampleRate);
        double q = 0.7071752369554196;
        double top = Math.pow(10, 3.999843853973347 / 20);
        double band = Math.pow(top, 0.4996667741545416);
        double norm = 1 + k / q + k * k;
        shelf =
                new double[] {
                    (top + band * k / q + k * k) / norm,
                    2 * (k * k - top) / norm,
                    (top - band * k / q + k * k) / norm,
                    2 * (k * k - 1) / norm,
                    (1 - k / q + k * k) / norm
                };
        double kh = Math.tan(Math.PI * 38.13547087602444 / sampleRate);
        double qh = 0.5003270373238773;
        double normHigh = 1 + kh / qh + kh * kh;
        highPass =
                new double[] {
                    2 * (kh * kh - 1) / normHigh, (1 - kh / qh + kh * kh) / normHigh,
                };
    }

    double next(double sample) {
        double w = sample - shelf[3] * shelf1 - shelf[4] * shelf2;
        double shelved = shelf[0] * w + shelf[1] * shelf1 + shelf[2] * shelf2;
        shelf2 = shelf1;
        shelf1 = w;
        double v = shelved - highPass[0] * high1 - highPass[1] * high2;
        double out = v - 2 * high1 + high2;
        high2 = high1;
        high1 = v;
        return out;
    }
}
