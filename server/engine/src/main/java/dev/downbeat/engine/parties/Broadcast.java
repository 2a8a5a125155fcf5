package dev.downbeat.engine.parties;

import dev.downbeat.engine.FaultTrace;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyView;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Gives each watcher the newest view of every party, on a virtual thread of its own: a slow watcher
 * misses views that a newer one replaced and never makes a party wait. What waits per watcher is
 * one view per party. Any thread may call.
 */
final class Broadcast implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final Counters counters;

    Broadcast(Counters counters) {
        this.counters = counters;
    }

    AutoCloseable watch(Consumer<PartyView> consumer) {
        Watcher watcher = new Watcher(consumer);
        watchers.add(watcher);
        return () -> {
            watchers.remove(watcher);
            watcher.thread.interrupt();
        };
    }

    /** Views of one party come in the order of their revisions. */
    void publish(PartyView view) {
        watchers.forEach(watcher -> watcher.put(view));
    }

    @Override
    public void close() {
        watchers.forEach(watcher -> watcher.thread.interrupt());
        watchers.clear();
    }

    private final class Watcher {
        private final Map<PartyId, PartyView> newest = new LinkedHashMap<>();
        private final Consumer<PartyView> consumer;
        private final Thread thread;

        Watcher(Consumer<PartyView> consumer) {
            this.consumer = consumer;
            this.thread = Thread.ofVirtual().name("party-watcher").start(this::run);
        }

        synchronized void put(PartyView view) {
            if (newest.put(view.id(), view) != null) {
                counters.superseded.increment();
            }
            notifyAll();
        }

        private void run() {
            try {
                while (true) {
                    hand(take());
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized PartyView take() throws InterruptedException {
            while (newest.isEmpty()) {
                wait();
            }
            Iterator<PartyView> oldest = newest.values().iterator();
            PartyView view = oldest.next();
            oldest.remove();
            return view;
        }

        private void hand(PartyView view) {
            try {
                consumer.accept(view);
            } catch (RuntimeException fault) {
                counters.faults.increment();
                LOG.error("A watcher failed on {}: {}", view.id().value(), FaultTrace.of(fault));
            }
        }
    }
}
