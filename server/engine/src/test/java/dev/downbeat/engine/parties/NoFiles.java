package dev.downbeat.engine.parties;

import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.TrackRequest;

import java.time.Duration;
import java.util.function.Consumer;

/** A host that shares no file. */
final class NoFiles implements HostFiles {
    @Override
    public Upload ask(
            PartyId party,
            SeatId host,
            TrackRequest.Seen track,
            Duration patience,
            Consumer<Duration> awaited) {
        return new Upload.Refused("nothing is shared");
    }

    @Override
    public MediaBytes open(String upload) throws HostFiles.Gone {
        throw new HostFiles.Gone("there is no upload");
    }

    @Override
    public void forget(PartyId party) {}
}
