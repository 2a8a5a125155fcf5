package dev.downbeat.audio.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatenessTest {
    private final Lateness lateness = new Lateness();

    @Test
    void nothingCountedIsZero() {
        assertEquals(0, lateness.quantileMicros(0.99));
    }

    @Test
    void quantilesAreTheUpperEdgeOfTheirStep() {
        for (int i = 1; i <= 100; i++) {
            lateness.record(i * 100_000L);
        }

        assertEquals(5_050, lateness.quantileMicros(0.5));
        assertEquals(9_950, lateness.quantileMicros(0.99));
    }

    @Test
    void aWholeStallIsTheLastStep() {
        lateness.record(10_000_000_000L);

        assertEquals(50_050, lateness.quantileMicros(0.5));
    }
}
