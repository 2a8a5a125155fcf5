package dev.downbeat.engine.parties;

import dev.downbeat.party.Note;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

/** Tells a person something that answers no wish. No call waits. */
@FunctionalInterface
public interface Notes {
    void tell(PartyId party, SeatId who, Note note);
}
