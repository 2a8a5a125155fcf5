package dev.downbeat.demo.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * How busy the machine is while a figure is taken: absolute times count only at load 2 or less and
 * a control wake-up of 5 ms or less at p99.
 */
public record Load(double average, double wakeUpP99Ms, int lateFrames) {
    private static final long FRAME_NANOS = 20_000_000;

    /** Wakes up every 20 ms for {@code seconds}, as a sender would, and looks how late it was. */
    public static Load measure(int seconds) {
        int frames = seconds * 50;
        double[] lateMs = new double[frames];
        long start = System.nanoTime();
        for (int i = 0; i < frames; i++) {
            long due = start + (i + 1) * FRAME_NANOS;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            lateMs[i] = (System.nanoTime() - due) / 1e6;
        }
        int late = (int) Arrays.stream(lateMs).filter(ms -> ms > 20).count();
        double average = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Load(average, Figures.of(lateMs).percentile(99), late);
    }

    public boolean tooBusy() {
        return average > 2 || wakeUpP99Ms > 5;
    }
}
