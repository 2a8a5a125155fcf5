package dev.downbeat.engine.web.sync;

import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The seats of people who came with a ticket; each carries the party that it belongs to. */
public final class GuestSeat {
    private static final String KIND = "web:";
    private static final SecureRandom RANDOM = new SecureRandom();

    private GuestSeat() {}

    /** A new seat at the party. */
    public static SeatId at(PartyId party) {
        byte[] name = new byte[12];
        RANDOM.nextBytes(name);
        String unique = Base64.getUrlEncoder().withoutPadding().encodeToString(name);
        return new SeatId(KIND + party.value() + "/" + unique);
    }

    /** The party that a guest belongs to; empty for people known by their Discord account. */
    public static Optional<PartyId> partyOf(SeatId seat) {
        int slash = seat.value().indexOf('/');
        return seat.value().startsWith(KIND) && slash > 0
                ? Optional.of(new PartyId(seat.value().substring(KIND.length(), slash)))
                : Optional.empty();
    }
}
