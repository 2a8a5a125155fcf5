package dev.downbeat.audio.child.level;

/**
 * Blocks of 20 ms at 48 kHz with gain applied and no sample above {@link Gain#CEILING_DBFS}: it
 * looks one block ahead and walks down in time. Blocks are asked for in order. One thread.
 */
final class Leveler {
    static final int BLOCK = 960;
    private static final double CEILING = 32768 * Math.pow(10, Gain.CEILING_DBFS / 20);
    private static final double RELEASE_PER_BLOCK = 1.02;

    private final Resampler resampler;
    private final Gain gain;
    private final float[] left = new float[BLOCK];
    private final float[] right = new float[BLOCK];
    private final float[] nextLeft = new float[BLOCK];
    private final float[] nextRight = new float[BLOCK];
    private long index;
    private double limitAtStart;
    private double roomNow;

    Leveler(Resampler resampler, Gain gain, long firstIndex) {
        this.resampler = resampler;
        this.gain = gain;
        this.index = firstIndex;
        resampler.read(index * BLOCK, BLOCK, nextLeft, nextRight);
        this.roomNow = room(index);
        this.limitAtStart = roomNow;
    }

    /** Writes the next block, interleaved, to {@code out} from {@code offset}. */
    void next(short[] out, int offset) {
        System.arraycopy(nextLeft, 0, left, 0, BLOCK);
        System.arraycopy(nextRight, 0, right, 0, BLOCK);
        resampler.read((index + 1) * BLOCK, BLOCK, nextLeft, nextRight);
        double roomNext = room(index + 1);
        double limitAtEnd = Math.min(Math.min(roomNow, roomNext), limitAtStart * RELEASE_PER_BLOCK);
        double from = factor(index) * limitAtStart;
        double to = factor(index + 1) * limitAtEnd;
        double step = (to - from) / BLOCK;
        for (int i = 0; i < BLOCK; i++) {
            double factor = from + step * i;
            out[offset + 2 * i] = sample(left[i] * factor);
            out[offset + 2 * i + 1] = sample(right[i] * factor);
        }
        limitAtStart = limitAtEnd;
        roomNow = roomNext;
        index++;
    }

    /** What the block in {@code next...} may be multiplied with beside its gain, at most 1. */
    private double room(long block) {
        float peak = 0;
        for (int i = 0; i < BLOCK; i++) {
            peak = Math.max(peak, Math.max(Math.abs(nextLeft[i]), Math.abs(nextRight[i])));
        }
        double loudest = peak * Math.max(factor(block), factor(block + 1));
        return loudest <= CEILING ? 1 : CEILING / loudest;
    }

    private double factor(long block) {
        return Math.pow(10, gain.at(block) / 20);
    }

    private static short sample(double value) {
        return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
