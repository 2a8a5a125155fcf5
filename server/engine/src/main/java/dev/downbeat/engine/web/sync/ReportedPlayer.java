package dev.downbeat.engine.web.sync;

import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Sighting;
import dev.downbeat.protocol.BadMessage;
import dev.downbeat.protocol.ClientMessage;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** A companion's player, as its reports show it. One thread, but for {@link #seen()}. */
final class ReportedPlayer {
    private final ReportClock clock = new ReportClock();
    private final LastReport last = new LastReport();
    private long lastSeq = Long.MIN_VALUE;
    private volatile Companions.@Nullable Seen seen;

    void learn(ClientMessage.Ping ping) {
        clock.learn(ping);
    }

    /**
     * True when it is newer than what was known.
     *
     * @throws BadMessage when it is no report
     */
    boolean heard(ClientMessage.Report report, Instant arrival) throws BadMessage {
        Instant at = clock.capturedAt(report.capturedAt(), arrival);
        Optional<Sighting> sighting = Reports.sighting(report, at);
        if (sighting.isEmpty()) {
            throw new BadMessage("a status that is none");
        }
        if (report.seq() <= lastSeq) {
            return false;
        }
        lastSeq = report.seq();
        seen =
                new Companions.Seen(
                        report.source(), report.track(), report.status(), report.positionMs(), at);
        last.is(sighting.get());
        return true;
    }

    void tell(PartyHost party, SeatId seat) {
        last.tell(party, seat);
    }

    void tellAgain(PartyHost party, SeatId seat, Instant now) {
        last.tellAgain(party, seat, now);
    }

    Optional<Companions.Seen> seen() {
        return Optional.ofNullable(seen);
    }
}
