package dev.downbeat.engine.parties;

import dev.downbeat.party.PartyEvent;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import java.util.List;
import java.util.Set;

/**
 * Where events become durable before anyone acts on them or is told. Any thread may call; every
 * call may wait for the disk, within the implementation's own limit, and throws when it failed.
 */
public interface EventLog {
    /** Makes a new party known, its first event (number 0) included. */
    void begin(PartyId party, SeatId host, PartyEvent first);

    /**
     * Returns only when the events would survive a kill; they get the numbers from {@code first}
     * on. Refuses a number that is taken.
     */
    void append(PartyId party, long first, List<PartyEvent> events);

    /** Keeps what stands for all events before number {@code next}, so that loading stays short. */
    void snapshot(PartyId party, long next, List<PartyEvent> whole);

    /** A snapshot and what came after it, or all events of the party. */
    History load(PartyId party);

    /** Parties that were not told to be over. */
    Set<PartyId> running();

    /** Leaves the party out of {@link #running()}; its events stay. */
    void over(PartyId party);

    /**
     * @param next the number of the next event; 0 for an unknown party
     */
    record History(List<PartyEvent> events, long next) {
        public History {
            events = List.copyOf(events);
        }
    }
}
