package dev.downbeat.companion.sync;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FrameAllowanceTest {
    private final FrameAllowance allowance = new FrameAllowance(0);

    @Test
    void fiftyChangesOfThePartyASecondAreBorne() {
        for (int i = 0; i < 100_000; i++) {
            assertTrue(allowance.takes(i * 10.0));
        }
    }

    @Test
    void aThousandAtOnceAreBorneAndNotOneMore() {
        for (int i = 0; i < 1_000; i++) {
            assertTrue(allowance.takes(0));
        }

        assertFalse(allowance.takes(0));
    }
}
