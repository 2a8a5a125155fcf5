package dev.downbeat.audio;

/**
 * Something driven by the tick, 50 times a second; three calls longer than 5 ms within ten seconds
 * cost it its shared thread.
 */
public interface Ticked {
    /**
     * Called by one thread at a time, with growing numbers; after a stall numbers are left out.
     *
     * @param tick 20 ms each, counted from the start of the tick
     */
    void tick(long tick);

    /** It threw in 250 calls in a row and will not be called again. */
    default void dropped(Throwable last) {}
}
