package dev.downbeat.audio.stage;

import dev.downbeat.audio.Frames;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** Fills a stage's ring half a second ahead. All but {@link #isBehind} under the stage's lock. */
final class Pump {
    static final long AHEAD_TICKS = 25;

    private final Ring ring;
    private final Consumer<Frames> discard;
    private @Nullable Run current;
    private @Nullable Run next;
    private long now;
    private long reach;

    /** The first tick that is still open. */
    private volatile long made;

    /**
     * @param discard closes frames no longer needed; must not wait
     */
    Pump(Ring ring, long now, Consumer<Frames> discard) {
        this.ring = ring;
        this.now = now;
        this.made = now + 1;
        this.discard = discard;
    }

    /** True when that tick's slot is still open. */
    boolean isBehind(long tick) {
        return tick >= made;
    }

    /** True when every slot before that tick is decided. */
    boolean hasMade(long tick) {
        return tick <= made;
    }

    /** How many ticks ahead the furthest tap reads. */
    void reach(long ticks) {
        reach = ticks;
    }

    long reach() {
        return reach;
    }

    /** False when {@code tick} is not a new one. */
    boolean advance(long tick) {
        if (tick <= now) {
            return false;
        }
        now = tick;
        if (made < now) {
            skipTo(now);
        }
        fill();
        return true;
    }

    private void skipTo(long tick) {
        if (current != null) {
            current.skip(made, tick);
        }
        made = tick;
    }

    /** The last slot that a tap reads in this tick: it must be decided. */
    private long due() {
        return now + reach;
    }

    private void fill() {
        long due = due();
        for (long open = made; open <= now + AHEAD_TICKS; open++) {
            promote(open);
            if (current == null) {
                ring.clear(open);
            } else if (!current.fill(ring, open, due)) {
                return;
            }
            made = open + 1;
        }
    }

    private void promote(long tick) {
        if (next != null && tick >= next.firstTick()) {
            drop(current);
            current = next;
            next = null;
        }
    }

    private void drop(@Nullable Run run) {
        if (run != null) {
            discard.accept(run.frames());
        }
    }

    /** From its first tick on the stage is the new run's; until then what sounds goes on. */
    void begin(Run run) {
        drop(next);
        next = run;
        if (current != null) {
            current.mute();
        }
        refill(run.firstTick());
    }

    /** Fills again from that tick on, so that no tap sees a hole meanwhile. */
    private void refill(long tick) {
        long before = made;
        made = Math.min(made, tick);
        fill();
        for (long t = made; t < before; t++) {
            ring.clear(t);
        }
    }

    void silence(long fromTick) {
        drop(current);
        drop(next);
        current = null;
        next = null;
        refill(fromTick);
    }

    /** The newest run, sounding or about to. */
    @Nullable Run newest() {
        return next != null ? next : current;
    }

    boolean isNewest(Run run) {
        return run.equals(newest());
    }

    /** Where what sounds now ends, if that is known and later than {@code otherwise}. */
    long endTick(long otherwise) {
        return current == null
                ? otherwise
                : Math.max(otherwise, current.endTick().orElse(otherwise));
    }

    /** The first slot that no tap can have read, not even one that is already in the next tick. */
    long firstUntaken() {
        return due() + 2;
    }

    void splice(Run run, Patch patch) {
        run.splice(patch);
        refill(patch.firstTick());
    }
}
