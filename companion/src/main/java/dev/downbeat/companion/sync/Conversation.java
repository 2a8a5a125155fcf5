package dev.downbeat.companion.sync;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ClientMessage.Ping;
import dev.downbeat.protocol.ClientMessage.Report;
import dev.downbeat.protocol.ClockOffset;
import dev.downbeat.protocol.ProtocolVersion;
import dev.downbeat.protocol.ServerMessage;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One connection from hello to its end: greets, keeps the clock measured, and sends what the outbox
 * holds. Runs on the thread of {@link SyncClient}. Times in ms of the companion's clock.
 */
final class Conversation {
    private static final long HELLO_PATIENCE_MS = 10_000;
    private static final double SILENCE = 10_000;

    private final Monotonic clock;
    private final SyncEvents events;
    private final Socket socket;
    private final Outbox outbox;
    private final String client;
    private final ClockOffset offset = new ClockOffset();
    private final CompletableFuture<Void> greeted = new CompletableFuture<>();
    private volatile double firstHeard = Double.NaN;
    private volatile double lastHeard;
    private long seq;
    private int pings;
    private double pingDue;

    Conversation(Monotonic clock, SentLog sent, SyncEvents events, Outbox outbox, String client) {
        this.clock = clock;
        this.events = events;
        this.outbox = outbox;
        this.client = client;
        socket = new Socket(clock, sent, this::heard);
        lastHeard = clock.nowMs();
    }

    Socket socket() {
        return socket;
    }

    /** From the server's greeting to its last word; 0 when it never greeted. */
    double heardForMs() {
        return Double.isNaN(firstHeard) ? 0 : lastHeard - firstHeard;
    }

    /**
     * Returns the close code when the connection is over.
     *
     * @throws NotRecorded when nothing more may be sent, because it cannot be recorded
     */
    int run() throws InterruptedException, NotRecorded {
        socket.whenClosed(this::over);
        try {
            socket.send(new ClientMessage.Hello(ProtocolVersion.MIN, ProtocolVersion.MAX, client));
            awaitHello();
            pingDue = clock.nowMs();
            while (!socket.isClosed()) {
                pingWhenDue();
                Optional<ClientMessage> next = outbox.take(pingDue);
                if (next.isPresent()) {
                    socket.send(numbered(next.get()));
                    leaveAfter(next.get());
                }
            }
        } catch (NotRecorded e) {
            socket.abort();
            throw e;
        } catch (IOException _) {
            socket.abort();
        }
        return socket.closeCode();
    }

    /** Nothing is said before the server greets; what waits in the outbox waits on. */
    private void awaitHello() throws IOException, InterruptedException {
        try {
            greeted.get(HELLO_PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no hello", e);
        }
    }

    private void over() {
        greeted.completeExceptionally(new IOException("closed"));
        outbox.wake();
    }

    private void pingWhenDue() throws IOException, InterruptedException {
        double now = clock.nowMs();
        if (now - lastHeard > SILENCE) {
            throw new IOException("the server is silent");
        }
        if (now >= pingDue) {
            pings++;
            pingDue = now + ClockOffset.pauseAfterMs(pings);
            socket.send(ping());
        }
    }

    private Ping ping() {
        synchronized (offset) {
            return new Ping(pings, clock.nowMs(), offset.offsetMs(), offset.rttMs());
        }
    }

    private ClientMessage numbered(ClientMessage message) {
        if (!(message instanceof Report report)) {
            return message;
        }
        seq++;
        return new Report(
                seq,
                report.capturedAt(),
                report.track(),
                report.status(),
                report.positionMs(),
                report.positionKnown(),
                report.rate(),
                report.source());
    }

    private void leaveAfter(ClientMessage message) throws InterruptedException {
        if (message instanceof ClientMessage.Bye) {
            socket.close();
        }
    }

    private void heard(ServerMessage message, double at) {
        lastHeard = at;
        switch (message) {
            case ServerMessage.Pong pong -> measure(pong, at);
            case ServerMessage.Hello hello -> greet(hello, at);
            case ServerMessage.PlaybackState _,
                    ServerMessage.PlaylistUpdate _,
                    ServerMessage.RequestUpdate _,
                    ServerMessage.Command _,
                    ServerMessage.UploadWanted _,
                    ServerMessage.Superseded _,
                    ServerMessage.Trouble _ ->
                    events.heard(message);
        }
    }

    /** One greeting is enough for a connection; what follows says nothing new. */
    private void greet(ServerMessage.Hello hello, double at) {
        if (!greeted.isDone()) {
            firstHeard = at;
            events.online(hello);
            greeted.complete(null);
        }
    }

    private void measure(ServerMessage.Pong pong, double at) {
        synchronized (offset) {
            offset.answered(pong.clientTime(), pong, at);
        }
    }

    /** How well the clock is known, for people: the round trip in ms, -1 when not. */
    double rttMs() {
        synchronized (offset) {
            return offset.rttMs();
        }
    }
}
