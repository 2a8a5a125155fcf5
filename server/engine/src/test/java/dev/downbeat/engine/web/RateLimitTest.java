package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.MovedClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class RateLimitTest {
    private final MovedClock clock = new MovedClock();
    private final RateLimit limit =
            new RateLimit(10, Duration.ofMinutes(1), 10, clock.clock()::nanos);

    @Test
    void aBurstIsAllowedAndNoMore() {
        for (int i = 0; i < 10; i++) {
            assertTrue(limit.take("a"));
        }
        assertFalse(limit.take("a"));
    }

    @Test
    void timeGivesBackOneAfterTheOther() {
        while (limit.take("a")) {}

        clock.move(Duration.ofSeconds(6));

        assertTrue(limit.take("a"));
        assertFalse(limit.take("a"));
    }

    @Test
    void aRefusedTryCostsNothing() {
        while (limit.take("a")) {}
        for (int i = 0; i < 100; i++) {
            assertFalse(limit.take("a"));
        }

        clock.move(Duration.ofSeconds(6));

        assertTrue(limit.take("a"));
    }

    @Test
    void oneKeyDoesNotPayForAnother() {
        while (limit.take("a")) {}

        assertTrue(limit.take("b"));
    }
}
