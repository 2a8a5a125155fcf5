package dev.downbeat.audio.stage;

import dev.downbeat.audio.TickFigures;
import dev.downbeat.audio.Ticked;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The one tick of a node: a thread announces the tick's number 50 times a second, as many sender
 * threads as cores call those that joined. The number follows from the clock alone, so a stall
 * never shifts anything. Any thread may call.
 */
public final class Tick implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final SenderThreads threads;
    private final Schedule schedule;
    private final TickCounts counts = new TickCounts();
    private final List<Sender> shared;
    private final List<Sender> own = new CopyOnWriteArrayList<>();
    private final ReentrantLock joining = new ReentrantLock();
    private volatile long current = -1;
    private volatile boolean closed;
    private @Nullable Thread thread;

    Tick(LongSupplier nanos, int senders, SenderThreads threads) {
        this.nanos = nanos;
        this.threads = threads;
        this.schedule = new Schedule(nanos.getAsLong());
        List<Sender> made = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            made.add(newSender());
        }
        this.shared = List.copyOf(made);
    }

    /**
     * @param nanos a monotonic clock
     */
    public static Tick start(LongSupplier nanos) {
        int cores = Runtime.getRuntime().availableProcessors();
        Tick tick = new Tick(nanos, cores, sender -> startThread("audio-sender", sender));
        tick.thread = startThread("audio-tick", tick::run);
        return tick;
    }

    @SuppressWarnings("ThreadPriorityCheck") // a hint that costs nothing where it is ignored
    private static Thread startThread(String name, Runnable work) {
        return Thread.ofPlatform().name(name).daemon().priority(Thread.MAX_PRIORITY).start(work);
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, turn());
        }
    }

    /** Announces the tick of this instant if it is a new one; returns the wait until the next. */
    long turn() {
        long now = nanos.getAsLong();
        long due = schedule.tickAt(now);
        long expected = current + 1;
        if (due >= expected) {
            counts.announced(due - expected, now - schedule.nanosAt(expected));
            current = due;
            wakeAll();
        }
        return schedule.nanosAt(current + 1) - now;
    }

    private void wakeAll() {
        for (int i = 0; i < shared.size(); i++) {
            shared.get(i).wake();
        }
        for (int i = 0; i < own.size(); i++) {
            own.get(i).wake();
        }
    }

    /** The tick announced last; -1 before the first. */
    long current() {
        return current;
    }

    Schedule schedule() {
        return schedule;
    }

    TickCounts counts() {
        return counts;
    }

    public TickFigures figures() {
        return counts.read();
    }

    /** Calls {@code ticked} from the next tick on, until closed. */
    public AutoCloseable join(Ticked ticked) {
        Member member = new Member(ticked, this, current + 1);
        joining.lock();
        try {
            shared.stream().min(Comparator.comparingInt(Sender::size)).orElseThrow().add(member);
        } finally {
            joining.unlock();
        }
        return member;
    }

    void moveOut(Member member, Sender from) {
        joining.lock();
        try {
            if (own.contains(from) || !from.remove(member)) {
                return;
            }
            counts.moved();
            Sender alone = newSender();
            alone.add(member);
            own.add(alone);
        } finally {
            joining.unlock();
        }
    }

    private Sender newSender() {
        Sender sender = new Sender(this, nanos);
        sender.runOn(threads.start(sender));
        return sender;
    }

    void drop(Member member) {
        counts.dropped();
        leave(member);
    }

    void leave(Member member) {
        joining.lock();
        try {
            shared.forEach(sender -> sender.remove(member));
            own.stream().filter(sender -> sender.remove(member)).forEach(Sender::stop);
            own.removeIf(sender -> sender.size() == 0);
        } finally {
            joining.unlock();
        }
    }

    /** Every sender there is, the moved ones last. */
    List<Sender> senders() {
        List<Sender> all = new ArrayList<>(shared);
        all.addAll(own);
        return all;
    }

    /** Waits at most a second for each thread. */
    @Override
    public void close() {
        closed = true;
        List<Thread> running = new ArrayList<>();
        for (Sender sender : senders()) {
            sender.stop();
            add(running, sender.thread());
        }
        LockSupport.unpark(thread);
        add(running, thread);
        running.forEach(Tick::await);
    }

    private static void add(List<Thread> threads, @Nullable Thread thread) {
        if (thread != null && !thread.equals(Thread.currentThread())) {
            threads.add(thread);
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives a sender its thread; null when a test calls it by hand. */
    interface SenderThreads {
        @Nullable Thread start(Sender sender);
    }
}
