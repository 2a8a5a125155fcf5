package dev.downbeat.companion.detectors.mpris;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Sight;
import dev.downbeat.protocol.WireCommand;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The players on one connection to the bus. Signals name the sender by its connection, not by its
 * name, so every signal of a connection goes to all the names that it owns.
 */
final class MprisSession implements SessionBus.Listener {
    private static final Logger LOG = Logger.getLogger(MprisSession.class.getName());

    /** Not every bus tells of every player that goes; looking again is cheap. */
    private static final long LOOK_AGAIN_MS = 5_000;

    private final Monotonic clock;
    private final SessionBus bus;
    private final Predicate<Player> enabled;
    private final Consumer<Sight> sink;

    /** By connection and bus name: {@code :1.4 org.mpris.MediaPlayer2.mpv}. */
    private final Map<Owned, MprisWatch> watches = new ConcurrentHashMap<>();

    /** One place is enough: looking once answers every call that came before. */
    private final BlockingQueue<Boolean> calls = new ArrayBlockingQueue<>(1);

    private volatile boolean stopped;

    private record Owned(String owner, String busName) {}

    MprisSession(Monotonic clock, SessionBus bus, Predicate<Player> enabled, Consumer<Sight> sink) {
        this.clock = clock;
        this.bus = bus;
        this.enabled = enabled;
        this.sink = sink;
    }

    static Player player(SessionBus bus, String busName) {
        return new Player(
                MprisNames.id(busName),
                MprisNames.name(busName),
                bus.label(busName),
                MprisNames.kind(busName),
                bus.process(busName));
    }

    /** Returns when the connection is lost. */
    void run() throws IOException, InterruptedException {
        try {
            bus.listen(this);
            while (bus.isConnected() && !stopped) {
                look();
                Boolean _ = calls.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
            }
        } finally {
            watches.forEach((_, watch) -> leave(watch));
            watches.clear();
        }
    }

    private void look() throws IOException {
        List<Owned> there = new ArrayList<>();
        for (String busName : bus.playerNames()) {
            owned(busName).ifPresent(there::add);
        }
        // Who left goes first: a restarted player has the same name.
        watches.forEach((owned, watch) -> leaveUnless(there, owned, watch));
        there.stream().filter(owned -> !watches.containsKey(owned)).forEach(this::meet);
    }

    private Optional<Owned> owned(String busName) {
        try {
            return Optional.of(new Owned(bus.owner(busName), busName));
        } catch (IOException e) {
            LOG.log(Level.FINE, "a player went while it was looked at", e);
            return Optional.empty();
        }
    }

    private void leaveUnless(List<Owned> there, Owned owned, MprisWatch watch) {
        if (!there.contains(owned) || !enabled.test(watch.player())) {
            watches.remove(owned);
            leave(watch);
        }
    }

    private void meet(Owned owned) {
        Player player = player(bus, owned.busName());
        if (enabled.test(player)) {
            MprisWatch watch =
                    new MprisWatch(
                            clock, bus, owned.busName(), player, sight -> pass(owned, sight));
            watches.put(owned, watch);
            watch.start();
        }
    }

    private void pass(Owned owned, Sight sight) {
        if (!watches.containsKey(owned)) {
            return;
        }
        if (sight instanceof Sight.Gone) {
            watches.remove(owned);
        }
        sink.accept(sight);
    }

    private void leave(MprisWatch watch) {
        watch.close();
        sink.accept(new Sight.Gone(watch.player()));
    }

    void command(Player player, WireCommand command) {
        for (Map.Entry<Owned, MprisWatch> each : watches.entrySet()) {
            if (each.getValue().player().equals(player)) {
                drive(each.getKey().busName(), command);
            }
        }
    }

    private void drive(String busName, WireCommand command) {
        try {
            bus.command(busName, command);
        } catch (IOException e) {
            LOG.log(Level.INFO, "the player did not take a command: {0}", e.getMessage());
        }
    }

    void stop() {
        stopped = true;
        lookAgain();
    }

    void lookAgain() {
        boolean _ = calls.offer(true);
    }

    @Override
    public void changed(String uniqueName) {
        of(uniqueName).forEach(MprisWatch::changed);
    }

    @Override
    public void jumped(String uniqueName) {
        of(uniqueName).forEach(MprisWatch::jumped);
    }

    private List<MprisWatch> of(String uniqueName) {
        return watches.entrySet().stream()
                .filter(each -> each.getKey().owner().equals(uniqueName))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void ownersChanged() {
        lookAgain();
    }

    @Override
    public void lost() {
        lookAgain();
    }
}
