package dev.downbeat.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Instant;

final class WishMemoryTest {
    private static final Instant NOW = Instant.parse("2026-01-01T20:00:00Z");
    private static final SeatId QUIET = new SeatId("quiet");
    private static final SeatId BUSY = new SeatId("busy");

    private final WishMemory memory = new WishMemory();

    @Test
    void whoWishesTooMuchForgetsHisOwnWishesFirst() {
        wish(QUIET, 0);
        for (int i = 0; i < WishMemory.LIMIT + 5; i++) {
            wish(BUSY, i);
        }

        assertEquals(WishMemory.LIMIT, memory.size());
        assertTrue(memory.find(QUIET, id(0), NOW).isPresent());
        assertTrue(memory.find(BUSY, id(5), NOW).isEmpty());
        assertTrue(memory.find(BUSY, id(6), NOW).isPresent());
    }

    @Test
    void aMemoryPutBackForgetsTheSame() {
        for (int i = 0; i < WishMemory.LIMIT / 2; i++) {
            wish(QUIET, i);
            wish(BUSY, i);
        }
        WishMemory restored = new WishMemory();
        restored.replace(memory.all());

        wish(QUIET, -1);
        restored.remember(
                new RememberedWish(QUIET, id(-1), new Outcome.Refused(new Note.Busy()), NOW));

        assertEquals(memory.all(), restored.all());
    }

    @Test
    void aWishRepeatedAfterItsTimeIsNew() {
        wish(QUIET, 0);

        assertTrue(memory.find(QUIET, id(0), NOW.plus(Party.WISH_MEMORY)).isEmpty());
    }

    private void wish(SeatId who, int number) {
        memory.remember(
                new RememberedWish(who, id(number), new Outcome.Refused(new Note.Busy()), NOW));
    }

    private static WishId id(int number) {
        return new WishId("wish " + number);
    }
}
