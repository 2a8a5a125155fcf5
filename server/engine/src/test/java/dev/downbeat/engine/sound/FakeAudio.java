package dev.downbeat.engine.sound;

import dev.downbeat.audio.Audio;
import dev.downbeat.audio.FrameFault;
import dev.downbeat.audio.FrameTap;
import dev.downbeat.audio.MediaKey;
import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Medium;
import dev.downbeat.audio.Playback;
import dev.downbeat.audio.Probe;
import dev.downbeat.audio.Stage;
import dev.downbeat.audio.StageFigures;
import dev.downbeat.audio.TickFigures;
import dev.downbeat.audio.Ticked;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Writes down what it is asked, and plays nothing. */
final class FakeAudio implements Audio {
    final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    final BlockingQueue<Playback> playing = new LinkedBlockingQueue<>();
    Optional<FrameFault> fault = Optional.empty();

    /** Whether a fault is gone once it is looked at again. */
    boolean passes;

    final AtomicInteger probes = new AtomicInteger();
    private final Function<MediaStream, Probe> prober;

    FakeAudio(Function<MediaStream, Probe> prober) {
        this.prober = prober;
    }

    FakeAudio() {
        this(_ -> new Probe.Refused("nothing to probe"));
    }

    String next() throws InterruptedException {
        String next = asked.poll(20, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    Playback played() throws InterruptedException {
        @Nullable Playback listener = playing.poll(20, TimeUnit.SECONDS);
        if (listener == null) {
            throw new AssertionError("nothing was played");
        }
        return listener;
    }

    @Override
    public Probe probe(MediaStream bytes) {
        probes.incrementAndGet();
        return prober.apply(bytes);
    }

    @Override
    public MediaKey keyOf(MediaStream bytes) {
        throw new UnsupportedOperationException("the bytes know their key");
    }

    @Override
    public void prepare(Medium medium) {
        asked.add("prepare " + medium.key().value());
    }

    @Override
    public void forget(MediaKey key) {
        asked.add("forget " + key.value());
    }

    @Override
    public Stage stage() {
        asked.add("stage");
        return new FakeStage();
    }

    @Override
    public AutoCloseable join(Ticked ticked) {
        throw new UnsupportedOperationException("nothing ticks here");
    }

    @Override
    public TickFigures tickFigures() {
        return new TickFigures(0, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public Optional<FrameFault> frameFault() {
        return fault;
    }

    @Override
    public void checkFrames() {
        asked.add("check frames");
        if (passes) {
            fault = Optional.empty();
        }
    }

    @Override
    public void close() {
        asked.add("close");
    }

    private final class FakeStage implements Stage {
        @Override
        public void play(
                long generation,
                Medium medium,
                Duration from,
                long atNanos,
                boolean keepsTime,
                Playback listener) {
            asked.add(
                    "play %d %s from %s at %d%s"
                            .formatted(
                                    generation,
                                    medium.key().value(),
                                    from,
                                    atNanos,
                                    keepsTime ? " keeping time" : ""));
            playing.add(listener);
        }

        @Override
        public void shift(long generation, Duration by) {
            asked.add("shift " + generation + " " + by);
        }

        @Override
        public void stop(long generation) {
            asked.add("stop " + generation);
        }

        @Override
        public FrameTap tap(Duration lead) {
            asked.add("tap " + lead);
            return new SilentTap();
        }

        @Override
        public long audibleCorrections() {
            return 3;
        }

        @Override
        public StageFigures figures() {
            return new StageFigures(3, 0, 0, 0, 0);
        }

        @Override
        public void close() {
            asked.add("stage closed");
        }
    }

    private record SilentTap() implements FrameTap {
        @Override
        public dev.downbeat.audio.@Nullable Frame due(long tick) {
            return null;
        }

        @Override
        public long dropped() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
