package dev.downbeat.audio.stage;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Turns wanted shifts into splices, one at a time, each at the quietest place of the next second.
 * Every method but the arithmetic runs under the stage's lock.
 */
final class Corrections {
    /** 200 ms; a larger shift takes several splices. */
    private static final long FRAMES_MAX = 10;

    /** 100 ms for the arithmetic, some ten times what it takes on an idle machine. */
    private static final long WORK_TICKS = 5;

    private static final long SEARCH_TICKS = 50;

    private final Pump pump;
    private final ReentrantLock lock;
    private final Executor splicer;
    private final StageCounts counts;
    private long pending;

    /** Names the splice being made; none of an older number counts. */
    private long ticket;

    private boolean working;

    Corrections(Pump pump, ReentrantLock lock, Executor splicer, StageCounts counts) {
        this.pump = pump;
        this.lock = lock;
        this.splicer = splicer;
        this.counts = counts;
    }

    /** Forward when positive. */
    void add(long frames) {
        pending += frames;
        advance();
    }

    void forget() {
        pending = 0;
        working = false;
        ticket++;
    }

    /** Starts the next splice if there is one to make and a place for it; called each tick. */
    void advance() {
        Run run = pump.newest();
        if (pending == 0 || working || run == null) {
            return;
        }
        if (run.isWaiting()) {
            run.slip(pending);
            pending = 0;
            return;
        }
        if (!pump.hasMade(run.firstFreeTick())) {
            return; // the splice before is not all in the ring yet, and a run knows only one
        }
        long earliest = pump.firstUntaken() + WORK_TICKS;
        long step = Math.clamp(pending, -FRAMES_MAX, FRAMES_MAX);
        start(QuietPlace.find(run, step, earliest, earliest + SEARCH_TICKS - WORK_TICKS));
    }

    private void start(@Nullable QuietPlace place) {
        if (place == null) {
            return;
        }
        working = true;
        long mine = ++ticket;
        try {
            splicer.execute(() -> work(place, mine));
        } catch (RejectedExecutionException _) {
            working = false;
        }
    }

    private void work(QuietPlace place, long mine) {
        try {
            List<byte[]> packets = Splice.join(place.from(), place.into());
            underLock(() -> finish(place, mine, packets));
        } catch (RuntimeException | Error _) {
            // Undecodable packets or no native library: the music goes on where it is.
            underLock(() -> giveUp(mine));
        }
    }

    private void underLock(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    private void finish(QuietPlace place, long mine, List<byte[]> packets) {
        if (mine != ticket) {
            return;
        }
        working = false;
        if (place.isStillGood(pump.firstUntaken()) && pump.isNewest(place.run())) {
            pump.splice(place.run(), new Patch(place.tick(), place.step(), packets));
            pending -= place.step();
            counts.splice();
        }
    }

    private void giveUp(long mine) {
        if (mine == ticket) {
            forget();
            counts.failedSplice();
        }
    }
}
