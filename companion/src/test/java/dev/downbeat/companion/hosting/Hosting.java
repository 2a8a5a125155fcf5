package dev.downbeat.companion.hosting;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.companion.detectors.Detectors;
import dev.downbeat.companion.fake.PrivateBus;
import dev.downbeat.companion.fake.SyncServer;
import dev.downbeat.companion.home.Link;
import dev.downbeat.companion.home.Settings;
import dev.downbeat.companion.sync.SentLog;
import dev.downbeat.companion.sync.SyncEvents.Ending;
import dev.downbeat.companion.words.Text;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A host at work, for tests. */
final class Hosting implements AutoCloseable {
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    final BlockingQueue<Text> said = new LinkedBlockingQueue<>();
    private final Host host;
    private volatile Settings settings;

    Hosting(Path folder, SyncServer server, PrivateBus bus, Settings settings) {
        Monotonic clock = Monotonic.ofMachine();
        this.settings = settings;
        host =
                new Host(
                        new Host.Parts(
                                clock,
                                HttpClient.newHttpClient(),
                                new Link(server.address(), SyncServer.TOKEN, "host:1", "Mila"),
                                new SentLog(folder, () -> Instant.EPOCH),
                                Detectors.all(clock, bus.environment()),
                                new Random(1),
                                (text, _) -> said.add(text),
                                "test"),
                        () -> this.settings);
        Thread _ = Thread.ofVirtual().start(this::run);
    }

    static Settings settings(List<String> players, boolean uploads, List<String> folders) {
        return new Settings("", players, "", uploads, folders, "");
    }

    void change(Settings other) {
        settings = other;
        host.reload();
    }

    private void run() {
        try {
            ending.complete(host.run());
        } catch (InterruptedException e) {
            ending.completeExceptionally(e);
        }
    }

    Host host() {
        return host;
    }

    void leave() {
        host.leave();
    }

    Ending ending() throws Exception {
        return ending.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        host.leave();
    }
}
