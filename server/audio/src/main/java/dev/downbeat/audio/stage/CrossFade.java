package dev.downbeat.audio.stage;

/**
 * Fades one stretch of PCM into another at constant power, whether the two are alike or not: gains
 * of a plain fade would dip by 3 dB where they are strange to each other, of an equal-power fade
 * rise by 3 dB where they are the same.
 */
final class CrossFade {
    private CrossFade() {}

    /** Fades {@code pcm} at {@code at} into {@code other} at {@code from}, interleaved stereo. */
    static void into(short[] pcm, int at, short[] other, int from, int shorts) {
        double likeness = likeness(pcm, at, other, from, shorts);
        double quarterTurn = Math.PI / shorts;
        for (int i = 0; i < shorts; i++) {
            int sample = i / 2;
            double angle = quarterTurn * (sample + 0.5);
            double out = Math.cos(angle);
            double in = Math.sin(angle);
            double level = Math.sqrt(1 + 2 * likeness * out * in);
            double mixed = (pcm[at + i] * out + other[from + i] * in) / level;
            pcm[at + i] = (short) Math.clamp(Math.round(mixed), Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }

    /** Their correlation, 0 where they are strange or opposed to each other, 1 where the same. */
    private static double likeness(short[] a, int at, short[] b, int from, int shorts) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < shorts; i++) {
            both += (double) a[at + i] * b[from + i];
            first += (double) a[at + i] * a[at + i];
            second += (double) b[from + i] * b[from + i];
        }
        return first == 0 || second == 0 ? 0 : Math.max(0, both / Math.sqrt(first * second));
    }
}
