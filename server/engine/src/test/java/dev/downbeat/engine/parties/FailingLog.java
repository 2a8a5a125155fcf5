package dev.downbeat.engine.parties;

import dev.downbeat.party.PartyEvent;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A log whose n-th append fails, before or after it became durable. */
final class FailingLog implements EventLog {
    /** What a failed append left behind. */
    enum Failure {
        NOTHING_WRITTEN,
        ALL_WRITTEN
    }

    /** Not an append: the start of a party, once. */
    static final int BEGIN = -1;

    private final AtomicInteger appends = new AtomicInteger();
    private final EventLog log;
    private final int failing;
    private final Failure failure;

    FailingLog(EventLog log, int failing, Failure failure) {
        this.log = log;
        this.failing = failing;
        this.failure = failure;
    }

    @Override
    public void begin(PartyId party, SeatId host, PartyEvent first) {
        log.begin(party, host, first);
        if (failing == BEGIN && appends.getAndIncrement() == 0) {
            throw new IllegalStateException("disk full");
        }
    }

    @Override
    public void append(PartyId party, long first, List<PartyEvent> events) {
        boolean fails = appends.getAndIncrement() == failing;
        if (!fails || failure == Failure.ALL_WRITTEN) {
            log.append(party, first, events);
        }
        if (fails) {
            throw new IllegalStateException("disk full");
        }
    }

    @Override
    public void snapshot(PartyId party, long next, List<PartyEvent> whole) {
        log.snapshot(party, next, whole);
    }

    @Override
    public History load(PartyId party) {
        return log.load(party);
    }

    @Override
    public Set<PartyId> running() {
        return log.running();
    }

    @Override
    public void over(PartyId party) {
        log.over(party);
    }
}
