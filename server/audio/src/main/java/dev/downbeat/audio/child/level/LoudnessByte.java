package dev.downbeat.audio.child.level;

/** Loudness in one byte: thirds of a dB from -70 LUFS (0, silence) to 14 LUFS (254 at most). */
public final class LoudnessByte {
    private static final double FLOOR_LUFS = -70;
    private static final int STEPS_PER_DECIBEL = 3;
    private static final int MOST = 254;

    private LoudnessByte() {}

    public static int of(double lufs) {
        double steps = (lufs - FLOOR_LUFS) * STEPS_PER_DECIBEL;
        return steps <= 0 ? 0 : (int) Math.min(MOST, Math.round(steps));
    }
}
