package dev.downbeat.engine.parties;

import dev.downbeat.party.Note;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

/** Tells a party something that answers no wish; {@code who} it concerns most. No call waits. */
@FunctionalInterface
public interface Notes {
    void tell(PartyId party, SeatId who, Note note);
}
