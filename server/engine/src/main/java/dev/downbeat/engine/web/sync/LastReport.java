package dev.downbeat.engine.web.sync;

import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.Mode;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Sighting;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/**
 * The newest report of one companion. A player that is paused says so once; a party that began
 * after that, or only now follows the player, is told again. One thread.
 */
final class LastReport {
    private @Nullable Sighting last;
    private Optional<Listener> told = Optional.empty();

    /** Who was last told, and in which mode it listened. */
    private record Listener(PartyId party, Mode mode) {
        static Listener of(PartyHost party) {
            return new Listener(party.id(), party.view().mode());
        }
    }

    /** Also while there is no party to tell. */
    void is(Sighting sighting) {
        last = sighting;
        told = Optional.empty();
    }

    void tell(PartyHost party, SeatId seat) {
        if (last != null) {
            told = Optional.of(Listener.of(party));
            party.offer(new PartyInput.Reported(seat, last));
        }
    }

    /** What is playing is reported again by itself; the position of what is not is still true. */
    void tellAgain(PartyHost party, SeatId seat, Instant now) {
        Sighting known = last;
        if (known != null
                && known.status() != Sighting.Status.PLAYING
                && !told.equals(Optional.of(Listener.of(party)))) {
            last = at(known, now);
            tell(party, seat);
        }
    }

    private static Sighting at(Sighting known, Instant now) {
        return new Sighting(
                known.track(),
                known.status(),
                known.position(),
                known.positionKnown(),
                known.rate(),
                now);
    }
}
