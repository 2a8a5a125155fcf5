package dev.downbeat.audio.stage;

import dev.downbeat.audio.StageFigures;

import java.util.concurrent.atomic.AtomicLong;

/** What a stage counts about itself. Safe for any thread. */
final class StageCounts {
    private final AtomicLong audibleCorrections = new AtomicLong();
    private final AtomicLong underruns = new AtomicLong();
    private final AtomicLong splices = new AtomicLong();
    private final AtomicLong failedSplices = new AtomicLong();
    private final AtomicLong droppedFrames = new AtomicLong();

    void audibleCorrection() {
        audibleCorrections.incrementAndGet();
    }

    void underrun() {
        underruns.incrementAndGet();
    }

    void splice() {
        splices.incrementAndGet();
    }

    void failedSplice() {
        failedSplices.incrementAndGet();
    }

    void dropped(long frames) {
        droppedFrames.addAndGet(frames);
    }

    StageFigures read() {
        return new StageFigures(
                audibleCorrections.get(),
                underruns.get(),
                splices.get(),
                failedSplices.get(),
                droppedFrames.get());
    }
}
