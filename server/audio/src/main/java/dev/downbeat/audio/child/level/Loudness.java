package dev.downbeat.audio.child.level;

/**
 * Programme loudness of a stereo signal by ITU-R BS.1770-4 (blocks of 400 ms each 100 ms, gates at
 * -70 LUFS and 10 LU under the mean), and its sample peak. One thread adds, any thread asks.
 */
public final class Loudness {
    /** Nothing above the absolute gate was heard. */
    public static final double SILENCE_LUFS = Double.NEGATIVE_INFINITY;

    private static final double ABSOLUTE_GATE = energy(-70);
    private static final double RELATIVE_GATE = Math.pow(10, -10 / 10.0);
    private static final int PARTS_PER_BLOCK = 20;
    private static final int PARTS_PER_STEP = 5;

    private final int sampleRate;
    private final KWeighting left;
    private final KWeighting right;
    private float[] parts = new float[4096];
    private volatile int partCount;
    private long samples;
    private long nextPartAt;
    private int samplesInPart;
    private double sum;
    private int peak;

    public Loudness(int sampleRate) {
        this.sampleRate = sampleRate;
        this.left = new KWeighting(sampleRate);
        this.right = new KWeighting(sampleRate);
        this.nextPartAt = partEnd(0);
    }

    /** Adds {@code count} interleaved sample frames. */
    public void add(short[] stereo, int count) {
        for (int i = 0; i < count; i++) {
            int l = stereo[2 * i];
            int r = stereo[2 * i + 1];
            peak = Math.max(peak, Math.max(Math.abs(l), Math.abs(r)));
            double weightedLeft = left.next(l);
            double weightedRight = right.next(r);
            sum += weightedLeft * weightedLeft + weightedRight * weightedRight;
            samplesInPart++;
            if (++samples == nextPartAt) {
                endPart();
            }
        }
    }

    /** The last, shorter part counts too. */
    public void end() {
        if (samplesInPart > 0) {
            endPart();
        }
    }

    private void endPart() {
        double meanSquare = sum / samplesInPart / (32768.0 * 32768.0);
        synchronized (this) {
            if (partCount == parts.length) {
                parts = java.util.Arrays.copyOf(parts, partCount * 2);
            }
            parts[partCount] = (float) meanSquare;
            partCount++;
        }
        sum = 0;
        samplesInPart = 0;
        nextPartAt = partEnd(partCount);
    }

    /** A part is 20 ms: exact frames even where 20 ms are no whole number of samples. */
    private long partEnd(int part) {
        return (part + 1L) * sampleRate / 50;
    }

    /** Loudness of the 20 ms with this index, in LUFS; {@link #SILENCE_LUFS} when not there. */
    public synchronized double ofFrame(long index) {
        return index < 0 || index >= partCount ? SILENCE_LUFS : lufs(parts[(int) index]);
    }

    /** The highest sample so far, 0 to 1. */
    public double peak() {
        return peak / 32768.0;
    }

    /** Integrated loudness so far, in LUFS. */
    public synchronized double integrated() {
        double[] blocks = blocks();
        double gate = meanAbove(blocks, ABSOLUTE_GATE) * RELATIVE_GATE;
        return lufs(meanAbove(blocks, Math.max(gate, ABSOLUTE_GATE)));
    }

    private double[] blocks() {
        int count = Math.max(1, (partCount - PARTS_PER_BLOCK) / PARTS_PER_STEP + 1);
        double[] blocks = new double[count];
        for (int block = 0; block < count; block++) {
            int from = block * PARTS_PER_STEP;
            int to = Math.min(from + PARTS_PER_BLOCK, partCount);
            double total = 0;
            for (int part = from; part < to; part++) {
                total += parts[part];
            }
            blocks[block] = to > from ? total / (to - from) : 0;
        }
        return blocks;
    }

    private static double meanAbove(double[] blocks, double gate) {
        double total = 0;
        int count = 0;
        for (double block : blocks) {
            if (block > gate) {
                total += block;
                count++;
            }
        }
        return count == 0 ? 0 : total / count;
    }

    private static double lufs(double meanSquare) {
        return meanSquare <= 0 ? SILENCE_LUFS : -0.691 + 10 * Math.log10(meanSquare);
    }

    private static double energy(double lufs) {
        return Math.pow(10, (lufs + 0.691) / 10);
    }
}
