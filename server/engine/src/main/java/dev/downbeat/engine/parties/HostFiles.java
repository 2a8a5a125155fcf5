package dev.downbeat.engine.parties;

import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.TrackRequest;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The way to the file that the host's player plays: asked by a source, answered by the host's
 * companion. The bytes arrive head and tail first, then in order, and go when the party ends.
 */
public interface HostFiles {
    /**
     * Waits until enough has arrived to decode from the start, within the caller's deadline.
     *
     * @param awaited told the remaining time while bytes arrive
     */
    Upload ask(
            PartyId party,
            SeatId host,
            TrackRequest.Seen track,
            Duration patience,
            Consumer<Duration> awaited)
            throws InterruptedException;

    /** The bytes of an upload that was accepted. */
    MediaBytes open(String upload) throws Gone;

    /** Frees every upload of a party. */
    void forget(PartyId party);

    /**
     * The upload is no longer here: it has to be asked for anew. The message is a reason's code.
     */
    final class Gone extends IOException {
        public Gone(String reason) {
            super(reason);
        }
    }

    /** What came of asking. */
    sealed interface Upload {
        record Accepted(String upload) implements Upload {}

        /** No companion, not allowed, not shared: {@code reason} is for people. */
        record Refused(String reason) implements Upload {}
    }
}
