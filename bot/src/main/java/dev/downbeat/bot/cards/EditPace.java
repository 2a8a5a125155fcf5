package dev.downbeat.bot.cards;

import java.time.Duration;
import java.time.Instant;

/**
 * When a card may be edited: one edit under way at a time, news soon, mere progress seldom, so that
 * a channel stays within Discord's five edits in five seconds. Confined to one thread.
 */
final class EditPace {
    static final Duration BETWEEN_NEWS = Duration.ofSeconds(1);
    static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(5);

    private Instant lastEdit = Instant.MIN;
    private boolean underWay;

    /** What an edit would show. */
    enum Kind {
        /** Another track, a pause, an end: people wait for it. */
        NEWS,
        PROGRESS
    }

    /** The earliest instant for such an edit; {@link Instant#MAX} while one is under way. */
    Instant next(Kind kind, Instant now) {
        if (underWay) {
            return Instant.MAX;
        }
        if (lastEdit.equals(Instant.MIN)) {
            return now;
        }
        Instant due = lastEdit.plus(kind == Kind.NEWS ? BETWEEN_NEWS : BETWEEN_PROGRESS);
        return due.isAfter(now) ? due : now;
    }

    void begun(Instant now) {
        underWay = true;
        lastEdit = now;
    }

    void done() {
        underWay = false;
    }
}
