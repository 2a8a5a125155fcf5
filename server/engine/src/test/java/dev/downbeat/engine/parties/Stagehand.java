package dev.downbeat.engine.parties;

import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Track;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** An output without sound: writes down what it is told, reports what the test wants. */
final class Stagehand implements FrameOutput {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<PlaybackId> plays = new LinkedBlockingQueue<>();
    private volatile BiConsumer<PartyId, PartyInput> reports = (_, _) -> {};
    private volatile Runnable beforePlay = () -> {};

    /** Runs on the party's thread before each play. */
    void beforePlay(Runnable action) {
        beforePlay = action;
    }

    void report(PartyId party, PartyInput input) {
        reports.accept(party, input);
    }

    /** The next thing told, for example {@code play Title from PT0S}. */
    String next() throws InterruptedException {
        return Objects.requireNonNullElse(told.poll(20, TimeUnit.SECONDS), "nothing");
    }

    /** The next play of anything; what else was told is passed over. */
    PlaybackId nextPlay() throws InterruptedException {
        return Objects.requireNonNull(plays.poll(20, TimeUnit.SECONDS), "nothing was played");
    }

    /** Passes over what comes before it. */
    void await(String beginning) throws InterruptedException {
        String last = next();
        while (!last.startsWith(beginning)) {
            if (last.equals("nothing")) {
                throw new AssertionError("was never told: " + beginning);
            }
            last = next();
        }
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
        beforePlay.run();
        plays.add(id);
        told.add("play " + track.title() + " from " + from);
    }

    @Override
    public void shift(PartyId party, PlaybackId id, Duration by) {
        told.add("shift " + by);
    }

    @Override
    public void stop(PartyId party, PlaybackId id) {
        told.add("stop");
    }

    @Override
    public void prepare(PartyId party, Track track) {}

    @Override
    public void close(PartyId party) {
        told.add("close");
    }
}
