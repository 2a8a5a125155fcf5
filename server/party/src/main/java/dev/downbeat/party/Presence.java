package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;

/** Whether the host's companion is there. Coming and going never changes what is heard. */
final class Presence {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** After a return the player is only watched for this long, so that it cannot cut. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private Presence() {}

    static boolean isHost(Draft draft, SeatId who) {
        return who.equals(draft.host());
    }

    static void alive(Draft draft) {
        PartyState.HostSeat seat = draft.state().hostSeat();
        if (seat.link() == HostLink.PRESENT) {
            if (draft.now().isAfter(seat.readings().heardAt())) {
                draft.record(new PartyEvent.HostHeard(draft.now()));
            }
            return;
        }
        boolean isReturn = seat.link() == HostLink.LOST || seat.away();
        Instant listenFrom = isReturn ? draft.now().plus(GRACE) : draft.now();
        draft.record(new PartyEvent.HostAppeared(draft.now(), listenFrom));
    }

    static void gone(Draft draft, PartyInput.Gone input) {
        if (!isHost(draft, input.who())) {
            return;
        }
        PartyState.HostSeat seat = draft.state().hostSeat();
        if (input.goodbye() && !(seat.link() == HostLink.NONE)) {
            draft.record(new PartyEvent.HostLeft(draft.now()));
        } else if (!input.goodbye() && seat.link() == HostLink.PRESENT) {
            draft.record(new PartyEvent.HostLost(draft.now()));
        }
    }

    /** When silence becomes loss; {@link Instant#MAX} when there is nobody to lose. */
    static Instant lostAt(PartyState state, Instant resumedAt) {
        if (state.hostSeat().link() != HostLink.PRESENT) {
            return Instant.MAX;
        }
        Instant heard = state.hostSeat().readings().heardAt();
        return (heard.isAfter(resumedAt) ? heard : resumedAt).plus(PATIENCE);
    }
}
