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

    private void expect(double now, double... seconds) {
        for (double each : seconds) {
            assertEquals(each * 1_000, backOff.next(now, 0), 1);
        }
    }

    @Test
    void aServerThatIsRestartedIsTriedEveryTwoSecondsAtLeast() {
        expect(5_000, 1, 2, 2, 2, 2);
        expect(5_000 + BackOff.SOON_FOR - 1, 2, 2);
    }

    @Test
    void afterTwoMinutesPausesDoubleUpToAMinute() {
        expect(0, 1, 2);

        expect(BackOff.SOON_FOR, 2, 4, 8, 16, 32, 60, 60);
    }

    @Test
    void theServersWordIsTheLeast() {
        assertEquals(30_000, backOff.next(0, 30_000));
        assertEquals(2_000, backOff.next(0, 500), 1);
    }

    @Test
    void afterAGoodConnectionItStartsAnew() {
        expect(0, 1);
        expect(BackOff.SOON_FOR, 2, 4);
        backOff.stoodFor(BackOff.GOOD - 1, 300_000);
        expect(300_000, 8);

        backOff.stoodFor(BackOff.GOOD, 400_000);
        expect(400_000, 1, 2, 2);
        expect(400_000 + BackOff.SOON_FOR, 2, 4);
    }

    @Test
    void chanceSpreadsThePauses() {
        BackOff spread = new BackOff(new java.util.Random(7));
        for (int i = 0; i < 1_000; i++) {
            double pause = spread.next(i * 1_000, 0);
            assertTrue(pause >= 0 && pause < 60_000);
        }
    }
}
