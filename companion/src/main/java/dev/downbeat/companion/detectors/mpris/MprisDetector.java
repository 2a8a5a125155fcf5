package dev.downbeat.companion.detectors.mpris;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.companion.detectors.Detector;
import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Sight;
import dev.downbeat.protocol.WireCommand;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Players of a Linux desktop, by MPRIS over D-Bus. One virtual thread keeps the connection and the
 * list of players (a lost bus is tried again after 1 to 30 s), one more watches each enabled
 * player.
 */
public final class MprisDetector implements Detector {
    private static final Logger LOG = Logger.getLogger(MprisDetector.class.getName());
    private static final long FIRST_PAUSE_MS = 1_000;
    private static final long LONGEST_PAUSE_MS = 30_000;

    private final Monotonic clock;
    private final Map<String, String> environment;
    private volatile @Nullable MprisSession session;
    private volatile boolean closed;
    private @Nullable Thread thread;

    public MprisDetector(Monotonic clock, Map<String, String> environment) {
        this.clock = clock;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return "mpris";
    }

    @Override
    public List<Player> players() throws IOException {
        List<Player> players = new ArrayList<>();
        try (SessionBus bus = SessionBus.connect(BusAddress.of(environment))) {
            for (String busName : bus.playerNames()) {
                players.add(MprisSession.player(bus, busName));
            }
        }
        return players;
    }

    @Override
    public synchronized void start(Predicate<Player> enabled, Consumer<Sight> sink) {
        if (thread == null) {
            thread = Thread.ofVirtual().name("mpris").start(() -> run(enabled, sink));
        }
    }

    private void run(Predicate<Player> enabled, Consumer<Sight> sink) {
        long pauseMs = FIRST_PAUSE_MS;
        while (!closed) {
            try (SessionBus bus = SessionBus.connect(BusAddress.of(environment))) {
                MprisSession started = new MprisSession(clock, bus, enabled, sink);
                session = started;
                sink.accept(new Sight.Health(name(), ""));
                pauseMs = FIRST_PAUSE_MS;
                started.run();
                sink.accept(new Sight.Health(name(), "the session bus went away"));
            } catch (IOException e) {
                LOG.log(Level.FINE, "no session bus", e);
                sink.accept(new Sight.Health(name(), String.valueOf(e.getMessage())));
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "watching the bus broke; it begins anew", e);
            } finally {
                session = null;
            }
            if (!paused(pauseMs)) {
                return;
            }
            pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
        }
    }

    private static boolean paused(long ms) {
        try {
            Thread.sleep(ms);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    @Override
    public void reload() {
        MprisSession running = session;
        if (running != null) {
            running.lookAgain();
        }
    }

    @Override
    public void command(Player player, WireCommand command) {
        MprisSession running = session;
        if (running != null) {
            Thread.ofVirtual().name("mpris-command").start(() -> running.command(player, command));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        MprisSession running = session;
        if (running != null) {
            running.stop();
        }
        if (thread != null) {
            thread.interrupt();
        }
    }
}
