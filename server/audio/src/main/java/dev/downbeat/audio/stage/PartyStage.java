package dev.downbeat.audio.stage;

import dev.downbeat.audio.Frame;
import dev.downbeat.audio.FrameSupply;
import dev.downbeat.audio.FrameTap;
import dev.downbeat.audio.Frames;
import dev.downbeat.audio.Medium;
import dev.downbeat.audio.Playback;
import dev.downbeat.audio.Refusal;
import dev.downbeat.audio.Stage;
import dev.downbeat.audio.StageFigures;
import dev.downbeat.audio.Ticked;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/** One party's stage: takes the orders, lets its pump fill the ring, counts what is heard. */
final class PartyStage implements Stage, Ticked {
    private final Tick tick;
    private final FrameSupply supply;
    private final Executor errands;
    private final StageCounts counts = new StageCounts();
    private final List<StageTap> taps = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Ring ring;
    private final Pump pump;
    private final Corrections corrections;
    private final AudibleSteps heard = new AudibleSteps(counts);
    private final AutoCloseable membership;
    private long generation = Long.MIN_VALUE;

    /**
     * @param errands runs the listeners' calls and whatever else may wait
     * @param splicer runs the splices' arithmetic
     */
    PartyStage(Tick tick, FrameSupply supply, Executor errands, Executor splicer) {
        this.tick = tick;
        this.supply = supply;
        this.errands = errands;
        this.ring = new Ring(tick.schedule());
        this.pump = new Pump(ring, tick.current(), this::discard);
        this.corrections = new Corrections(pump, lock, splicer, counts);
        this.membership = tick.join(this);
    }

    @Override
    public void play(
            long generation,
            Medium medium,
            Duration from,
            long atNanos,
            boolean keepsTime,
            Playback listener) {
        if (!enter(generation)) {
            return;
        }
        Announcer announcer = new Announcer(listener, errands);
        Frames frames = open(medium, Schedule.frames(from), announcer);
        if (frames != null) {
            begin(new Play(generation, from, atNanos, keepsTime, announcer), frames);
        }
    }

    private boolean enter(long wanted) {
        lock.lock();
        try {
            if (wanted <= generation) {
                return false;
            }
            generation = wanted;
            corrections.forget();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Frames open(Medium medium, long firstIndex, Announcer announcer) {
        try {
            return supply.open(medium, firstIndex);
        } catch (RuntimeException _) {
            announcer.failed(Refusal.SERVER_FAULT.code());
            return null;
        }
    }

    private void begin(Play play, Frames frames) {
        lock.lock();
        try {
            if (play.generation() != generation) {
                discard(frames);
                return;
            }
            long earliest = tick.current() + 1;
            Play settled = play.afterwards(tick.schedule().nanosAt(pump.endTick(earliest)));
            pump.begin(new Run(settled, frames, tick.schedule(), counts, earliest, pump.reach()));
        } finally {
            lock.unlock();
        }
    }

    /** Closing may take a moment: never on the tick's threads. */
    private void discard(Frames frames) {
        errands.execute(frames::close);
    }

    @Override
    public void shift(long generation, Duration by) {
        lock.lock();
        try {
            if (generation == this.generation) {
                corrections.add(Schedule.frames(by));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop(long generation) {
        lock.lock();
        try {
            if (generation >= this.generation) {
                this.generation = generation;
                corrections.forget();
                pump.silence(tick.current() + 1);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public FrameTap tap(Duration lead) {
        long ticks = Schedule.frames(lead);
        if (ticks < 0 || ticks >= Pump.AHEAD_TICKS) {
            throw new IllegalArgumentException("a lead is 0 to 480 ms, not " + lead.toMillis());
        }
        StageTap tap = new StageTap(this, ticks);
        taps.add(tap);
        measureReach();
        return tap;
    }

    void leave(StageTap tap) {
        taps.remove(tap);
        measureReach();
    }

    private void measureReach() {
        lock.lock();
        try {
            pump.reach(taps.stream().mapToLong(StageTap::leadTicks).max().orElse(0));
        } finally {
            lock.unlock();
        }
    }

    /** The frame heard {@code leadTicks} after {@code now}. Takes the lock only after a stall. */
    @Nullable Frame frame(long now, long leadTicks) {
        if (pump.isBehind(now + leadTicks)) {
            tick(now);
        }
        return ring.at(now + leadTicks);
    }

    @Override
    public void tick(long now) {
        lock.lock();
        try {
            if (pump.advance(now)) {
                heard.hear(ring, now, tick.current());
                corrections.advance();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long audibleCorrections() {
        return figures().audibleCorrections();
    }

    @Override
    public StageFigures figures() {
        return counts.read();
    }

    StageCounts counts() {
        return counts;
    }

    @Override
    public void close() {
        stop(Long.MAX_VALUE);
        try {
            membership.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
