package dev.downbeat.companion.detectors.mpris;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Cause;
import dev.downbeat.companion.detectors.Sight;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Watches one player from a virtual thread of its own, so that one that hangs holds up no other:
 * reads it at each signal, and about once a second while it plays; one that says Stopped every few
 * seconds, and quickly where it moves, as it may play all the same. A burst of signals that comes
 * while a reading is under way is one more reading.
 */
final class MprisWatch {
    private static final Logger LOG = Logger.getLogger(MprisWatch.class.getName());

    /** An answer takes twice this at most, unless the machine is busy. */
    private static final double USUAL_HALF_MS = 5;

    /** In ms; never, for what a wait of so many nanoseconds is. */
    private static final double UNTIL_A_SIGNAL = Double.POSITIVE_INFINITY;

    private final Monotonic clock;
    private final SessionBus bus;
    private final String busName;
    private final Player player;
    private final Consumer<Sight> sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private final PollTimes times = new PollTimes();
    private final TrueStatus status = new TrueStatus();

    private boolean changed = true;
    private boolean jumped;
    private boolean closed;

    MprisWatch(
            Monotonic clock, SessionBus bus, String busName, Player player, Consumer<Sight> sink) {
        this.clock = clock;
        this.bus = bus;
        this.busName = busName;
        this.player = player;
        this.sink = sink;
    }

    Player player() {
        return player;
    }

    void start() {
        Thread.ofVirtual().name("mpris-" + player.id()).start(this::run);
    }

    void changed() {
        call(false);
    }

    void jumped() {
        call(true);
    }

    private void call(boolean jump) {
        lock.lock();
        try {
            changed = true;
            jumped |= jump;
            called.signal();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            called.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        double pauseMs = UNTIL_A_SIGNAL;
        try {
            while (true) {
                Cause cause = await(pauseMs);
                if (isClosed()) {
                    return;
                }
                pauseMs = read(cause);
            }
        } catch (IOException | InterruptedException _) {
            // Gone, or too slow to be of use: the detector finds it again if it is still there.
            sink.accept(new Sight.Gone(player));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "watching a player broke", e);
            sink.accept(new Sight.Gone(player));
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** The next signal or, when none comes within {@code pauseMs}, the next poll. */
    private Cause await(double pauseMs) throws InterruptedException {
        lock.lock();
        try {
            double until = clock.nowMs() + pauseMs;
            while (!changed && !closed) {
                double left = until - clock.nowMs();
                if (left <= 0) {
                    return Cause.POLL;
                }
                long _ = called.awaitNanos((long) (left * 1e6));
            }
            return takeCause();
        } finally {
            lock.unlock();
        }
    }

    private Cause takeCause() {
        Cause cause = jumped ? Cause.JUMP : Cause.CHANGE;
        changed = false;
        jumped = false;
        times.changed();
        return cause;
    }

    /** Returns when to read again though nothing is signalled, in ms from now. */
    private double read(Cause cause) throws IOException {
        double asked = clock.nowMs();
        var properties = bus.read(busName);
        double answered = clock.nowMs();
        // The player looked at its clock somewhere on the way; the middle is the best guess. Of a
        // slow answer it might look early, and the party believes the earliest.
        double at = Math.max((asked + answered) / 2, answered - USUAL_HALF_MS);
        Reading said = MprisWords.reading(player, properties, at, cause);
        Reading reading = status.of(said);
        sink.accept(new Sight.Seen(reading));
        return reading.isPlaying() ? times.next() : whileNotPlaying(said);
    }

    private double whileNotPlaying(Reading said) {
        if (!TrueStatus.mayPlay(said)) {
            return UNTIL_A_SIGNAL;
        }
        if (status.moves()) {
            times.changed();
        }
        return times.next(PollTimes.STOPPED);
    }
}
