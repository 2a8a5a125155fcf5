package dev.downbeat.audio.child.level;

/**
 * The gain of each frame in dB: constant, or on its way from a provisional value to the final one
 * by at most 1 dB a second. Belongs to the encoding thread.
 */
public final class Gain {
    /** What everything is brought to. */
    public static final double TARGET_LUFS = -16;

    /** No sample goes above this. */
    public static final double CEILING_DBFS = -1;

    private static final double MAX_BOOST_DB = 24;
    private static final double MAX_PROVISIONAL_BOOST_DB = 3;
    private static final double RAMP_DB_PER_FRAME = 1.0 / 50;

    private double decibels;
    private double goal;
    private long rampFrom;

    private Gain(double decibels) {
        this.decibels = decibels;
        this.goal = decibels;
    }

    public static Gain of(double decibels) {
        return new Gain(decibels);
    }

    /** The gain for a whole medium of this loudness and sample peak (0 to 1). */
    public static double forWhole(double lufs, double peak) {
        if (lufs == Loudness.SILENCE_LUFS || peak <= 0) {
            return 0;
        }
        double room = CEILING_DBFS - 20 * Math.log10(peak);
        return Math.clamp(Math.min(TARGET_LUFS - lufs, room), -60, MAX_BOOST_DB);
    }

    /** The gain as far as it can be told from the beginning only: careful upwards. */
    public static double provisional(double lufsSoFar, double peakSoFar) {
        return Math.min(forWhole(lufsSoFar, peakSoFar), MAX_PROVISIONAL_BOOST_DB);
    }

    /**
     * From frame {@code index} on the gain walks to {@code decibelsAtEnd}.
     *
     * @return the first frame that has it
     */
    public long rampTo(double decibelsAtEnd, long index) {
        decibels = at(index);
        goal = decibelsAtEnd;
        rampFrom = index;
        return index + (long) Math.ceil(Math.abs(goal - decibels) / RAMP_DB_PER_FRAME);
    }

    /** In dB at the start of this frame. */
    public double at(long index) {
        double way = Math.max(0, index - rampFrom) * RAMP_DB_PER_FRAME;
        return goal > decibels ? Math.min(goal, decibels + way) : Math.max(goal, decibels - way);
    }
}
