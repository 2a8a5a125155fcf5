package dev.downbeat.engine.parties;

import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Track;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/** What makes a party heard. No call waits; what happens comes back as inputs to the party. */
public interface FrameOutput {
    /**
     * Where {@link PartyInput.Sounding} and {@link PartyInput.Ended} go; set once, before any play.
     * The receiver never waits.
     */
    void reportTo(BiConsumer<PartyId, PartyInput> parties);

    /** Like {@code PartyEffect.Play}; {@code keepsTime} when the timeline runs on without sound. */
    void play(
            PartyId party,
            PlaybackId id,
            Track track,
            Duration from,
            Instant at,
            boolean keepsTime);

    void shift(PartyId party, PlaybackId id, Duration by);

    void stop(PartyId party, PlaybackId id);

    /** Makes ready ahead of a play; a favour, which is given up when the party is closed. */
    void prepare(PartyId party, Track track);

    void close(PartyId party);
}
