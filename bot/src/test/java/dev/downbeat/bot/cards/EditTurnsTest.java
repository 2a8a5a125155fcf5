package dev.downbeat.bot.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** A party in many servers must not use up what Discord allows the bot. */
class EditTurnsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final EditTurns turns = new EditTurns();

    @Test
    void aSingleCardNeverWaits() {
        assertEquals(NOW, turns.take(NOW));
        assertEquals(NOW.plusSeconds(1), turns.take(NOW.plusSeconds(1)));
    }

    @Test
    void twoHundredCardsAtOnceStayBelowFiftyInASecond() {
        Instant last = NOW;
        for (int card = 0; card < 200; card++) {
            last = turns.take(NOW);
        }

        Duration all = Duration.between(NOW, last);
        assertTrue(all.compareTo(Duration.ofMillis(199 * 1000 / 50)) > 0, () -> "in " + all);
        assertTrue(all.compareTo(Duration.ofSeconds(5)) < 0, () -> "only in " + all);
    }

    @Test
    void turnsThatNobodyTookAreNotSavedUp() {
        turns.take(NOW);
        Instant later = NOW.plusSeconds(60);

        assertEquals(later, turns.take(later));
        assertEquals(later.plus(EditTurns.BETWEEN), turns.take(later));
    }
}
