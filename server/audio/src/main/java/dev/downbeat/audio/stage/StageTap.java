package dev.downbeat.audio.stage;

import dev.downbeat.audio.Frame;
import dev.downbeat.audio.FrameTap;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicLong;

/** Reads a stage's ring some ticks ahead. One thread calls {@link #due}, any the rest. */
final class StageTap implements FrameTap {
    private final PartyStage stage;
    private final long leadTicks;
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean closed;
    private long lastTick = Long.MIN_VALUE;
    private @Nullable Frame lastFrame;

    StageTap(PartyStage stage, long leadTicks) {
        this.stage = stage;
        this.leadTicks = leadTicks;
    }

    long leadTicks() {
        return leadTicks;
    }

    @Override
    public @Nullable Frame due(long tick) {
        if (closed) {
            return null;
        }
        Frame frame = stage.frame(tick, leadTicks);
        countDropped(tick, frame);
        lastTick = tick;
        if (frame != null) {
            lastFrame = frame;
        }
        return frame;
    }

    private void countDropped(long tick, @Nullable Frame frame) {
        if (lastFrame == null || frame == null || tick == lastTick + 1) {
            return;
        }
        long missed = frame.sequence() - lastFrame.sequence() - 1;
        if (frame.generation() == lastFrame.generation() && missed > 0) {
            dropped.addAndGet(missed);
            stage.counts().dropped(missed);
        }
    }

    @Override
    public long dropped() {
        return dropped.get();
    }

    @Override
    public void close() {
        closed = true;
        stage.leave(this);
    }
}
