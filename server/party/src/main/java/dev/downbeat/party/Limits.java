package dev.downbeat.party;

import java.time.Duration;

/** What is still believed of numbers from outside; beyond lies only error or malice. */
final class Limits {
    static final Duration LONGEST = Duration.ofDays(30);
    static final int PLACES = 1_000;
    static final int OPEN_QUESTIONS = 64;
    static final int ITEMS_OF_A_GUEST = 200;
    static final int LISTENERS = 10_000;
    static final int DJS = 100;

    private Limits() {}

    static boolean isPosition(Duration position) {
        return !position.isNegative() && position.compareTo(LONGEST) < 0;
    }

    static Duration clamped(Duration value) {
        if (value.compareTo(LONGEST) > 0) {
            return LONGEST;
        }
        return value.compareTo(LONGEST.negated()) < 0 ? LONGEST.negated() : value;
    }
}
