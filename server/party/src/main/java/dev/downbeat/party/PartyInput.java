package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Everything that can happen to a party from outside. */
public sealed interface PartyInput {
    /** The companion of {@code who} read its player. */
    record Reported(SeatId who, Sighting what) implements PartyInput {}

    /** Any other frame from the companion of {@code who}: it lives. */
    record Alive(SeatId who) implements PartyInput {}

    /** The companion's socket closed; {@code goodbye} when it said so first. */
    record Gone(SeatId who, boolean goodbye) implements PartyInput {}

    /** The companion of {@code who} may lend files that it could not lend before. */
    record Lends(SeatId who) implements PartyInput {}

    record Asked(SeatId who, WishId id, Wish wish) implements PartyInput {}

    /** Exactly these people hear the party in {@code at}, one of its places. */
    record Hears(Place at, Set<SeatId> who) implements PartyInput {
        public Hears {
            who = Set.copyOf(who);
        }
    }

    record Resolved(ResolveId id, Resolution answer) implements PartyInput {}

    /** The answer is under way, for example an upload; {@code eta} from now. */
    record Awaited(ResolveId id, String source, Duration eta) implements PartyInput {}

    /**
     * The first frame of {@code what} was made, with media {@code position} at instant {@code at}.
     */
    record Sounding(PlaybackId what, Duration position, Instant at) implements PartyInput {}

    record Ended(PlaybackId what, EndReason why) implements PartyInput {}

    record TimePassed() implements PartyInput {}
}
