package dev.downbeat.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class ClockOffsetTest {
    private final ClockOffset offset = new ClockOffset();

    private void probe(double sentAt, double there, double atServer, double back, double ahead) {
        double received = sentAt + there + ahead;
        double sent = received + atServer;
        offset.answered(
                sentAt,
                new ServerMessage.Pong(1, sentAt, received, sent),
                sentAt + there + atServer + back);
    }

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        assertFalse(offset.isKnown());
        assertEquals(0, offset.offsetMs());
        assertEquals(-1, offset.rttMs());
    }

    @Test
    void theTimeAtTheServerDoesNotCount() {
        probe(1_000, 4, 500, 4, 70_000);

        assertEquals(70_000, offset.offsetMs(), 1e-6);
        assertEquals(8, offset.rttMs(), 1e-6);
    }

    @Test
    void theShortestRoundTripIsBelieved() {
        probe(1_000, 90, 0, 2, 500);
        probe(2_000, 2, 0, 2, 500);
        probe(3_000, 2, 0, 90, 500);

        assertEquals(500, offset.offsetMs(), 1e-6);
    }

    @Test
    void whatIsOlderThanTheWindowIsForgotten() {
        probe(1_000, 1, 0, 1, 500);
        probe(1_000 + ClockOffset.WINDOW_MS + 100, 20, 0, 20, 512);

        assertEquals(512, offset.offsetMs(), 1e-6);
        assertEquals(40, offset.rttMs(), 1e-6);
    }

    @Test
    void anImpossibleAnswerIsIgnored() {
        offset.answered(1_000, new ServerMessage.Pong(1, 1_000, 5, 5), 999);
        offset.answered(1_000, new ServerMessage.Pong(1, 1_000, 5, 900), 1_010);
        offset.answered(1_000, new ServerMessage.Pong(1, 1_000, Double.NaN, 5), 1_010);

        assertFalse(offset.isKnown());
    }

    @Test
    void eightProbesGoOutAtOnceAndLaterOneEachSecondAndAHalf() {
        assertEquals(ClockOffset.PAUSE_AT_JOIN_MS, ClockOffset.pauseAfterMs(1));
        assertEquals(ClockOffset.PAUSE_AT_JOIN_MS, ClockOffset.pauseAfterMs(7));
        assertEquals(1_500, ClockOffset.pauseAfterMs(8));
        assertEquals(1_500, ClockOffset.pauseAfterMs(9_000));
    }

    /** Ten minutes over a line with queues of up to 200 ms each way and clocks that drift apart. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void onAJitteryLineTheErrorStaysBelowHalfOfTheBestRoundTrip(long seed) {
        Random chance = new Random(seed);
        double ahead = chance.nextDouble(-1e9, 1e9);
        double drift = chance.nextDouble(-50e-6, 50e-6);
        double line = chance.nextDouble(0.2, 40);
        double now = chance.nextDouble(0, 1e7);
        double worst = 0;

        for (int sent = 1; sent < 400; sent++) {
            double there = line / 2 + queue(chance);
            probe(now, there, chance.nextDouble(0, 3), line / 2 + queue(chance), ahead);
            double error = Math.abs(offset.offsetMs() - ahead);
            assertTrue(error <= offset.rttMs() / 2 + 2, "seed " + seed + ", error " + error);
            worst = sent > ClockOffset.PROBES_AT_JOIN ? Math.max(worst, error) : 0;
            now += ClockOffset.pauseAfterMs(sent);
            ahead += drift * ClockOffset.pauseAfterMs(sent);
        }
        assertTrue(worst < 40, "seed " + seed + ", worst " + worst);
    }

    private static double queue(Random chance) {
        return chance.nextInt(3) == 0 ? chance.nextDouble(0, 200) : chance.nextDouble(0, 4);
    }
}
