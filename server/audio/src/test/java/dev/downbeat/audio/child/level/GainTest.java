package dev.downbeat.audio.child.level;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GainTest {
    @Test
    void bringsEverythingToTheTarget() {
        assertEquals(-6, Gain.forWhole(-10, 0.5), 1e-9);
        assertEquals(4, Gain.forWhole(-20, 0.1), 1e-9);
    }

    @Test
    void neverLiftsAPeakAboveTheCeiling() {
        assertEquals(Gain.CEILING_DBFS, Gain.forWhole(-30, 1), 1e-9);
    }

    @Test
    void leavesSilenceAlone() {
        assertEquals(0, Gain.forWhole(Loudness.SILENCE_LUFS, 0));
    }

    @Test
    void isCarefulWhileOnlyTheBeginningIsKnown() {
        assertEquals(3, Gain.provisional(-50, 0.001));
        assertEquals(-8, Gain.provisional(-8, 0.9), 1e-9);
    }

    @Test
    void walksByAtMostOneDecibelASecond() {
        Gain gain = Gain.of(3);

        long settled = gain.rampTo(-4, 1000);

        assertEquals(1000 + 7 * 50, settled);
        assertEquals(3, gain.at(1000), 1e-9);
        assertEquals(-4, gain.at(settled), 1e-9);
        assertEquals(-4, gain.at(settled + 999), 1e-9);
        for (long index = 1000; index < settled; index++) {
            assertTrue(gain.at(index) - gain.at(index + 1) <= 0.02 + 1e-9);
        }
    }
}
