package dev.downbeat.audio.stage;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Calls its members once for each tick, one after the other. */
final class Sender implements Runnable {
    /** After a stall this many ticks are made up for; what is older is lost. */
    static final int BURST_TICKS = 3;

    private final Tick tick;
    private final LongSupplier nanos;
    private volatile Member[] members = {};
    private volatile boolean stopped;
    private @Nullable Thread thread;
    private long done;

    Sender(Tick tick, LongSupplier nanos) {
        this.tick = tick;
        this.nanos = nanos;
        this.done = tick.current();
    }

    @Override
    public void run() {
        while (!stopped) {
            if (done == tick.current()) {
                LockSupport.park(this);
            } else {
                turn();
            }
        }
    }

    /** Makes up for what was announced since the last turn. */
    void turn() {
        long now = tick.current();
        for (long t = Math.max(done + 1, now - BURST_TICKS + 1); t <= now; t++) {
            for (Member member : members) {
                judge(member, member.call(t, nanos));
            }
        }
        done = now;
    }

    private void judge(Member member, Member.Verdict verdict) {
        switch (verdict) {
            case STAYS -> {}
            case MOVES -> tick.moveOut(member, this);
            case GOES -> tick.drop(member);
        }
    }

    /** Wakes it for a new tick; costs nothing while it has no members. */
    void wake() {
        if (members.length > 0) {
            LockSupport.unpark(thread);
        }
    }

    /** Only under the tick's lock, before the first wake. */
    void runOn(@Nullable Thread started) {
        thread = started;
    }

    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    @Nullable Thread thread() {
        return thread;
    }

    int size() {
        return members.length;
    }

    /** Only under the tick's lock. */
    void add(Member member) {
        Member[] more = Arrays.copyOf(members, members.length + 1);
        more[members.length] = member;
        members = more;
    }

    /** Only under the tick's lock. */
    boolean remove(Member member) {
        Member[] rest = Arrays.stream(members).filter(m -> m != member).toArray(Member[]::new);
        boolean had = rest.length < members.length;
        members = rest;
        return had;
    }
}
