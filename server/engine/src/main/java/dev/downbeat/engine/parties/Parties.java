package dev.downbeat.engine.parties;

import dev.downbeat.engine.FaultTrace;
import dev.downbeat.party.Mode;
import dev.downbeat.party.Party;
import dev.downbeat.party.PartyEvent;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.SeatId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The parties of this node. Any thread may call. */
public final class Parties implements AutoCloseable {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(Parties.class);

    private final Map<PartyId, PartyHost> running = new ConcurrentHashMap<>();
    private final ReentrantLock starting = new ReentrantLock();
    private final Counters counters = new Counters();
    private final Broadcast broadcast = new Broadcast(counters);
    private final Surroundings around;
    private final Resolver resolver;

    /** Guarded by {@code starting}. */
    private Optional<PartyId> unsaved = Optional.empty();

    /** The output's reports come here from now on; nothing else happens before a call. */
    public Parties(Surroundings around) {
        this.around = around;
        this.resolver = new Resolver(around.sources(), around.clock(), counters);
        around.output().reportTo(this::offer);
    }

    /**
     * Brings back every party that ran when the node stopped or was killed. A party whose log
     * cannot be read is left as it is and logged; the others come back. Called once, before
     * anything else.
     */
    public void restore() {
        around.log().running().forEach(this::restore);
    }

    /**
     * Starts a party and makes it durable; a host has at most one, which is returned if it runs.
     * Waits for the disk.
     */
    public PartyHost start(SeatId host, String name, Mode mode) {
        starting.lock();
        try {
            return hostedBy(host).orElseGet(() -> begin(host, name, mode));
        } finally {
            starting.unlock();
        }
    }

    public Optional<PartyHost> find(PartyId id) {
        return Optional.ofNullable(running.get(id)).filter(host -> !host.view().ended());
    }

    public Optional<PartyHost> hostedBy(SeatId host) {
        return running.values().stream()
                .filter(party -> party.view().host().equals(host) && !party.view().ended())
                .findAny();
    }

    public Collection<PartyHost> all() {
        return List.copyOf(running.values());
    }

    /** For a party that is not here, nothing happens. Never waits. */
    public void offer(PartyId id, PartyInput input) {
        PartyHost host = running.get(id);
        if (host != null) {
            host.offer(input);
        }
    }

    /**
     * Every new view of every party from now on, the newest only where the watcher is slow, on a
     * thread of the watcher's own; close to stop.
     */
    public AutoCloseable watch(Consumer<PartyView> watcher) {
        return broadcast.watch(watcher);
    }

    public Counters counters() {
        return counters;
    }

    /** Stops the threads, not the parties: they come back with {@link #restore()}. */
    @Override
    public void close() {
        all().forEach(PartyHost::stop);
        try {
            for (PartyHost host : all()) {
                if (!host.awaitStop(STOP_PATIENCE)) {
                    LOG.warn("{} did not stop in time", host.id().value());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        broadcast.close();
    }

    private PartyHost begin(SeatId host, String name, Mode mode) {
        forgetUnsaved();
        PartyId id = new PartyId(UUID.randomUUID().toString());
        PartyEvent first = Party.start(id, name, host, mode, around.clock().now());
        unsaved = Optional.of(id);
        around.log().begin(id, host, first);
        unsaved = Optional.empty();
        LOG.info("Party {} started", id.value());
        return run(Party.from(List.of(first)), 1);
    }

    /** A start that failed may be in the log all the same, and would be restored one day. */
    private void forgetUnsaved() {
        unsaved.ifPresent(around.log()::over);
        unsaved = Optional.empty();
    }

    private void restore(PartyId id) {
        try {
            EventLog.History history = around.log().load(id);
            Party party = Party.from(history.events());
            if (party.view().ended()) {
                around.log().over(id);
            } else {
                LOG.info("Party {} goes on", id.value());
                run(party, history.next());
            }
        } catch (RuntimeException fault) {
            counters.faults.increment();
            LOG.error("{} cannot be restored: {}", id.value(), FaultTrace.of(fault));
        }
    }

    private PartyHost run(Party party, long next) {
        PartyHost host =
                new PartyHost(
                        party,
                        next,
                        around,
                        resolver,
                        broadcast,
                        counters,
                        over -> running.remove(over.id(), over));
        running.put(host.id(), host);
        broadcast.publish(host.view());
        host.start();
        return host;
    }
}
