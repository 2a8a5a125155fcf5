package dev.downbeat.companion.sync;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.companion.fake.SyncServer;
import dev.downbeat.companion.home.Link;
import dev.downbeat.companion.sync.SyncEvents.Ending;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ServerMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** A client of a small server, each test with its own. */
@Timeout(60)
abstract class SyncTest implements SyncEvents {
    /** No pause at all, so that a test need not wait. */
    private static final RandomGenerator AT_ONCE = () -> 0;

    @TempDir Path folder;
    SyncServer server;
    SyncClient client;
    final BlockingQueue<String> offline = new LinkedBlockingQueue<>();
    final BlockingQueue<ServerMessage> heard = new LinkedBlockingQueue<>();
    final CompletableFuture<Ending> over = new CompletableFuture<>();

    @BeforeEach
    void open() throws IOException {
        server = SyncServer.start();
        client = client(SyncServer.TOKEN);
    }

    SyncClient client(String token) {
        return new SyncClient(
                HttpClient.newHttpClient(),
                new Link(server.address(), token, "host:1", "Mila"),
                new SentLog(folder, () -> Instant.EPOCH),
                Monotonic.ofMachine(),
                AT_ONCE,
                this,
                "test");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Override
    public void online(ServerMessage.Hello hello) {
        client.send(new ClientMessage.Host(false));
    }

    @Override
    public void heard(ServerMessage message) {
        heard.add(message);
    }

    @Override
    public void offline(String why, double againInMs) {
        offline.add(why);
    }

    @Override
    public void over(Ending ending) {
        over.complete(ending);
    }

    Ending ending() throws Exception {
        return over.get(20, TimeUnit.SECONDS);
    }
}
