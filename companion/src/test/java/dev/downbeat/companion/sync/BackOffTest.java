package dev.downbeat.companion.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.random.RandomGenerator;

class BackOffTest {
    /** Always the longest pause that is allowed. */
    private static final RandomGenerator LONGEST =
            new RandomGenerator() {
                @Override
                public long nextLong() {
                    return -1;
                }
            };

    private final BackOff backOff = new BackOff(LONGEST);

    @Test
    void pausesDoubleUpToAMinute() {
        double[] expected = {1, 2, 4, 8, 16, 32, 60, 60};
        for (double seconds : expected) {
            assertEquals(seconds * 1_000, backOff.next(0), 1);
        }
    }

    @Test
    void theServersWordIsTheLeast() {
        assertEquals(30_000, backOff.next(30_000));
        assertEquals(2_000, backOff.next(500), 1);
    }

    @Test
    void afterAGoodConnectionItStartsAnew() {
        backOff.next(0);
        backOff.next(0);
        backOff.stoodFor(BackOff.GOOD - 1);
        assertEquals(4_000, backOff.next(0), 1);

        backOff.stoodFor(BackOff.GOOD);
        assertEquals(1_000, backOff.next(0), 1);
    }

    @Test
    void chanceSpreadsThePauses() {
        BackOff spread = new BackOff(new java.util.Random(7));
        for (int i = 0; i < 1_000; i++) {
            double pause = spread.next(0);
            assertTrue(pause >= 0 && pause < 60_000);
        }
    }
}
