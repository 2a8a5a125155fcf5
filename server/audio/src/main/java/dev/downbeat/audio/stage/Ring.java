package dev.downbeat.audio.stage;

import dev.downbeat.audio.Frame;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The frames of the next half second by tick, written under the stage's lock and read by every tap
 * without one.
 */
final class Ring {
    /** Above what is made ahead plus what a late tap may still ask for. */
    static final int SLOTS = 64;

    private final Schedule schedule;
    private final AtomicReferenceArray<@Nullable Frame> slots = new AtomicReferenceArray<>(SLOTS);

    Ring(Schedule schedule) {
        this.schedule = schedule;
    }

    /** The frame heard at that tick; null when there is none or the slot is of another time. */
    @Nullable Frame at(long tick) {
        Frame frame = slots.getAcquire(slot(tick));
        return frame != null && frame.atNanos() == schedule.nanosAt(tick) ? frame : null;
    }

    void put(long tick, Frame frame) {
        slots.setRelease(slot(tick), frame);
    }

    void clear(long tick) {
        slots.setRelease(slot(tick), null);
    }

    private static int slot(long tick) {
        return Math.floorMod(tick, SLOTS);
    }
}
