package dev.downbeat.engine.sound;

import dev.downbeat.audio.Audio;
import dev.downbeat.audio.FrameTap;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.parties.FrameOutput;
import dev.downbeat.engine.parties.MediaOpener;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Track;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Gives the parties' plays to the audio side: one stage per party. What may wait for files or
 * networks runs on virtual threads. Any thread may call; no call waits.
 */
public final class PartySound implements FrameOutput {
    private final Map<PartyId, Performance> stages = new ConcurrentHashMap<>();
    private final Audio audio;
    private final ServerClock clock;
    private final Media media;
    private final Preparing preparing;
    private volatile BiConsumer<PartyId, PartyInput> reports = (_, _) -> {};

    public PartySound(Audio audio, ServerClock clock, MediaOpener opener) {
        this.audio = audio;
        this.clock = clock;
        this.media = new Media(opener);
        this.preparing = new Preparing(media, audio::prepare);
    }

    @Override
    public void reportTo(BiConsumer<PartyId, PartyInput> parties) {
        reports = parties;
    }

    @Override
    public void play(
            PartyId party,
            PlaybackId id,
            Track track,
            Duration from,
            Instant at,
            boolean keepsTime) {
        stage(party).play(new Play(id, track, from, clock.nanosAt(at), keepsTime));
    }

    @Override
    public void shift(PartyId party, PlaybackId id, Duration by) {
        stage(party).shift(id, by);
    }

    @Override
    public void stop(PartyId party, PlaybackId id) {
        stage(party).stop(id);
    }

    @Override
    public void prepare(PartyId party, Track track) {
        preparing.begin(party, track.media());
    }

    @Override
    public void close(PartyId party) {
        preparing.giveUp(party);
        Performance stage = stages.remove(party);
        if (stage != null) {
            stage.close().forEach(audio::forget);
        }
    }

    /**
     * What the party sounds like, each frame given out {@code lead} before the instant it is
     * stamped for, because voice is heard late; close it when nobody listens.
     */
    public FrameTap tap(PartyId party, Duration lead) {
        return stage(party).tap(lead);
    }

    /** As {@code Stage} counts them; 0 for a party that never sounded. */
    public long audibleCorrections(PartyId party) {
        Performance stage = stages.get(party);
        return stage == null ? 0 : stage.audibleCorrections();
    }

    private Performance stage(PartyId party) {
        return stages.computeIfAbsent(
                party,
                _ ->
                        new Performance(
                                audio.stage(),
                                media,
                                clock,
                                input -> reports.accept(party, input)));
    }
}
