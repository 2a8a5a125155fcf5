package dev.downbeat.localdiscord.world;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks everything here reads: {@code nanos} counts nanoseconds from anywhere, {@code
 * wall} says the date.
 */
public record Clocks(LongSupplier nanos, InstantSource wall) {
    public static Clocks system() {
        return new Clocks(System::nanoTime, InstantSource.system());
    }

    public long now() {
        return nanos.getAsLong();
    }
}
