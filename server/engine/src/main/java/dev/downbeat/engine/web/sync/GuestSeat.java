package dev.downbeat.engine.web.sync;

import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import java.security.SecureRandom;
import java.util.Base64;

/** The seats of people who came with a ticket; each carries the party that it belongs to. */
public final class GuestSeat {
    private static final String KIND = "web:";
    private static final SecureRandom RANDOM = new SecureRandom();

    private GuestSeat() {}

    /** A new seat at the party. */
    public static SeatId at(PartyId party) {
        byte[] name = new byte[12];
        RANDOM.nextBytes(name);
        return at(party, Base64.getUrlEncoder().withoutPadding().encodeToString(name));
    }

    /**
     * @param guest what names the seat within its party
     */
    public static SeatId at(PartyId party, String guest) {
        return new SeatId(KIND + party.value() + "/" + guest);
    }

    /** What names the seat within its party. */
    public static String guest(SeatId seat) {
        return seat.value().substring(seat.value().lastIndexOf('/') + 1);
    }
}
