package dev.downbeat.audio.stage;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.downbeat.audio.Frame;
import dev.downbeat.audio.FrameTap;
import dev.downbeat.audio.Frames;
import dev.downbeat.audio.MediaKey;
import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Medium;

import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stage on a tick whose clock and senders move only when told to. */
final class Rehearsal {
    static final long MILLI = 1_000_000;
    static final MediaStream NO_BYTES = new NoBytes();

    final MovedClock clock = new MovedClock();
    final Tick tick = new Tick(clock, 1, _ -> null);
    final Told told = new Told();
    final PartyStage stage;
    private final Map<MediaKey, Frames> frames = new HashMap<>();
    private final List<Runnable> spliceWork = new ArrayList<>();
    private final boolean splicesAtOnce;

    private Rehearsal(boolean splicesAtOnce) {
        this.splicesAtOnce = splicesAtOnce;
        stage =
                new PartyStage(
                        tick,
                        (medium, _) -> java.util.Objects.requireNonNull(frames.get(medium.key())),
                        Runnable::run,
                        this::splice);
        tick.turn();
        sendersTurn();
    }

    static Rehearsal begin() {
        return new Rehearsal(true);
    }

    /** The arithmetic of splices waits for {@link #finishSplices}. */
    static Rehearsal withSlowSplices() {
        return new Rehearsal(false);
    }

    private void splice(Runnable work) {
        if (splicesAtOnce) {
            work.run();
        } else {
            spliceWork.add(work);
        }
    }

    void finishSplices() {
        List<Runnable> work = List.copyOf(spliceWork);
        spliceWork.clear();
        work.forEach(Runnable::run);
    }

    /**
     * Plays the medium so that {@code fromMillis} is heard {@code inMillis} after the last tick.
     */
    void play(long generation, Frames what, long fromMillis, long inMillis) {
        play(generation, what, fromMillis, inMillis, true);
    }

    /** The same for a party whose timeline waits for the sound. */
    void playWhenReady(long generation, Frames what, long fromMillis, long inMillis) {
        play(generation, what, fromMillis, inMillis, false);
    }

    private void play(
            long generation, Frames what, long fromMillis, long inMillis, boolean keepsTime) {
        MediaKey key = new MediaKey("medium " + System.identityHashCode(what));
        frames.put(key, what);
        stage.play(
                generation,
                new Medium(key, NO_BYTES),
                Duration.ofMillis(fromMillis),
                now() + inMillis * MILLI,
                keepsTime,
                told);
    }

    /** The instant of the last tick. */
    long now() {
        return instant(tick.current());
    }

    long instant(long number) {
        return tick.schedule().nanosAt(number);
    }

    /** Moves the clock to the next tick, and everyone with it. */
    long next() {
        return jump(1);
    }

    /** Moves the clock by so many ticks at once. */
    long jump(long ticks) {
        clock.moveTo(instant(tick.current() + ticks));
        tick.turn();
        sendersTurn();
        return tick.current();
    }

    void sendersTurn() {
        tick.senders().forEach(Sender::turn);
    }

    /** Moves tick by tick and returns what the tap gave. */
    List<@Nullable Frame> hear(FrameTap tap, int ticks) {
        List<@Nullable Frame> heard = new ArrayList<>();
        for (int i = 0; i < ticks; i++) {
            heard.add(tap.due(next()));
        }
        return heard;
    }

    /** The media index of the next tick's frame; -1 for silence. */
    long hearIndex(FrameTap tap) {
        Frame frame = tap.due(next());
        return frame == null ? -1 : frame.mediaIndex();
    }

    List<Long> hearIndices(FrameTap tap, int ticks) {
        return hear(tap, ticks).stream().map(f -> f == null ? -1L : f.mediaIndex()).toList();
    }

    static Frame sure(@Nullable Frame frame) {
        assertNotNull(frame);
        return frame;
    }

    /** Nobody opens it here. */
    private record NoBytes() implements MediaStream {
        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }

        @Override
        public long length() {
            return 0;
        }

        @Override
        public String fileName() {
            return "none";
        }
    }
}
