package dev.downbeat.demo.bench;

import java.util.Arrays;

/** Measured values, sorted. */
public final class Figures {
    private final double[] sorted;

    private Figures(double[] sorted) {
        this.sorted = sorted;
    }

    public static Figures of(double... values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return new Figures(copy);
    }

    public int count() {
        return sorted.length;
    }

    /** Nearest rank; NaN when nothing was measured. */
    public double percentile(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    public double max() {
        return percentile(100);
    }
}
