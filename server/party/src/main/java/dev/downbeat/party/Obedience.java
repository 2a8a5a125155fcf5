package dev.downbeat.party;

import java.time.Duration;

/** Whether the host's player shows that it did what it was told. */
final class Obedience {
    private static final Duration NEAR = Duration.ofMillis(1_500);

    private Obedience() {}

    static boolean isMet(PartyState.HostSeat seat, Sighting what) {
        if (!what.at().isAfter(seat.commandedAt())) {
            return false;
        }
        return switch (seat.expectation()) {
            case Expectation.None _ -> false;
            case Expectation.Plays _ -> what.status() == Sighting.Status.PLAYING;
            case Expectation.Pauses _ -> what.status() != Sighting.Status.PLAYING;
            case Expectation.IsAt target -> isAt(target, what);
            case Expectation.LeavesTrack old -> left(old, what);
        };
    }

    private static boolean isAt(Expectation.IsAt target, Sighting what) {
        Duration elapsed =
                what.status() == Sighting.Status.PLAYING
                        ? Duration.between(target.at(), what.at())
                        : Duration.ZERO;
        Duration off = what.position().minus(target.position().plus(elapsed)).abs();
        return !what.positionKnown() || off.compareTo(NEAR) < 0;
    }

    private static boolean left(Expectation.LeavesTrack old, Sighting what) {
        boolean startedAgain =
                what.positionKnown()
                        && what.position().plus(OBEYED_BACK).compareTo(old.position()) < 0;
        return !Identity.same(old.left(), what.track()) || startedAgain;
    }

    private static final Duration OBEYED_BACK = Duration.ofSeconds(2);
}
