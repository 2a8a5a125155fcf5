package dev.downbeat.bot.cards;

import java.time.Duration;
import java.time.Instant;

/**
 * Turns in which all cards together are edited: 40 in a second, because Discord allows a bot 50
 * requests in all and bans who is refused 10,000 times in ten minutes. Confined to one thread.
 */
final class EditTurns {
    static final Duration BETWEEN = Duration.ofMillis(25);

    private Instant next = Instant.MIN;

    /** The next free turn, {@code now} or later; it is taken. */
    Instant take(Instant now) {
        Instant turn = next.isAfter(now) ? next : now;
        next = turn.plus(BETWEEN);
        return turn;
    }
}
