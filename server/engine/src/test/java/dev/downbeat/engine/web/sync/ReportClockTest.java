package dev.downbeat.engine.web.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.protocol.ClientMessage;

import org.junit.jupiter.api.Test;

import java.time.Instant;

final class ReportClockTest {
    private static final Instant ARRIVAL = Instant.parse("2026-01-01T20:00:10Z");
    private static final double OFFSET = WireViews.millis(ARRIVAL) - 50_000;

    private final ReportClock clock = new ReportClock();

    @Test
    void withoutAMeasurementTheArrivalCounts() {
        clock.learn(new ClientMessage.Ping(1, 0, 0, -1));

        assertEquals(ARRIVAL, clock.capturedAt(49_900, ARRIVAL));
    }

    @Test
    void theNewestOffsetConverts() {
        clock.learn(new ClientMessage.Ping(1, 0, 5, 1));
        clock.learn(new ClientMessage.Ping(2, 0, OFFSET, 3.5));

        assertEquals(ARRIVAL.minusMillis(100), clock.capturedAt(49_900, ARRIVAL));
    }

    @Test
    void whatCannotBeIsReplacedByTheArrival() {
        clock.learn(new ClientMessage.Ping(2, 0, OFFSET, 3.5));

        assertEquals(ARRIVAL, clock.capturedAt(50_001, ARRIVAL));
        assertEquals(ARRIVAL, clock.capturedAt(44_000, ARRIVAL));
        assertEquals(ARRIVAL, clock.capturedAt(1e300, ARRIVAL));
    }
}
