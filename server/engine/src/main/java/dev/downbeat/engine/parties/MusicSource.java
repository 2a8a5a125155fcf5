package dev.downbeat.engine.parties;

import dev.downbeat.party.MediaRef;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Track;
import dev.downbeat.party.TrackRequest;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Somewhere a track can be found. "Not found" is an answer; a fault is {@link Resolution.Failed}.
 * Called on virtual threads, within the deadline that {@code Sources} sets for it.
 */
public interface MusicSource {

    /** Short and stable, for example {@code library}; also the first part of its media refs. */
    String name();

    /** At once, by looking at the question only: it is asked outside of the limits. */
    boolean understands(Question question);

    /** Matches only: reads no more of the medium than it needs to be sure. */
    Resolution find(Question question);

    /** The bytes behind a ref this source gave. */
    MediaBytes open(MediaRef ref) throws IOException;

    /**
     * The same recording under another ref, after this one gave no sound; each ref is given once.
     */
    default Optional<Track> another(Track failed) {
        return Optional.empty();
    }

    /**
     * @param asker who wants it
     * @param host whose player leads the party
     * @param awaited told how long the answer will still take, where that is longer than a moment
     */
    record Question(
            PartyId party,
            SeatId host,
            SeatId asker,
            TrackRequest what,
            Consumer<Duration> awaited) {}
}
