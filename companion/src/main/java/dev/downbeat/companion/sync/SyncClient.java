package dev.downbeat.companion.sync;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.companion.home.Link;
import dev.downbeat.companion.sync.SyncEvents.Ending;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.CloseCode;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * Keeps one connection to the server, on one virtual thread, until it is told to leave or the
 * server says that it is of no use. Every method may be called from any thread.
 */
public final class SyncClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Link link;
    private final SentLog sent;
    private final Monotonic clock;
    private final SyncEvents events;
    private final BackOff backOff;
    private final String client;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch leaving = new CountDownLatch(1);
    private volatile @Nullable Outbox outbox;
    private volatile @Nullable Conversation conversation;

    /** What the next step is after a connection, or a try at one. */
    private sealed interface Next {
        record Again(String why, double atLeastMs) implements Next {}

        record Stop(Ending ending) implements Next {}
    }

    /**
     * @param client the program's name and version
     */
    public SyncClient(
            HttpClient http,
            Link link,
            SentLog sent,
            Monotonic clock,
            RandomGenerator chance,
            SyncEvents events,
            String client) {
        this.http = http;
        this.link = link;
        this.sent = sent;
        this.clock = clock;
        this.events = events;
        this.client = client;
        backOff = new BackOff(chance);
    }

    public void start() {
        Thread.ofVirtual().name("sync").start(this::run);
    }

    /** Sends on the connection that is open; dropped when none is. */
    public void send(ClientMessage message) {
        Outbox open = outbox;
        if (open != null) {
            open.put(message);
        }
    }

    /** The round trip that the clock's estimate rests on, ms; -1 when not known. */
    public double rttMs() {
        Conversation running = conversation;
        return running == null ? -1 : running.rttMs();
    }

    private void run() {
        try {
            Ending ending = keepConnected();
            events.over(ending);
        } catch (InterruptedException _) {
            events.over(Ending.LEFT);
        } finally {
            ended.countDown();
        }
    }

    private Ending keepConnected() throws InterruptedException {
        while (true) {
            switch (connectAndTalk()) {
                case Next.Stop(Ending ending) -> {
                    return ending;
                }
                case Next.Again(String why, double atLeastMs) -> {
                    double pause = backOff.next(clock.nowMs(), atLeastMs);
                    if (leaving.getCount() > 0) {
                        events.offline(why, pause);
                    }
                    if (leaving.await((long) pause, TimeUnit.MILLISECONDS)) {
                        return Ending.LEFT;
                    }
                }
            }
        }
    }

    private Next connectAndTalk() throws InterruptedException {
        Outbox own = new Outbox(clock);
        Conversation talk = new Conversation(clock, sent, events, own, client);
        try {
            connect(talk);
            outbox = own;
            conversation = talk;
            return after(talk.run());
        } catch (ExecutionException e) {
            return refused(e.getCause());
        } catch (TimeoutException _) {
            return new Next.Again("no answer", 0);
        } catch (NotRecorded _) {
            return new Next.Stop(Ending.UNRECORDED);
        } finally {
            outbox = null;
            conversation = null;
            talk.socket().abort();
            backOff.stoodFor(talk.heardForMs(), clock.nowMs());
        }
    }

    private void connect(Conversation talk)
            throws InterruptedException, ExecutionException, TimeoutException, NotRecorded {
        ServerAddress server = new ServerAddress(link.server());
        sent.sent("GET " + server.socket() + " Authorization: Bearer (token)");
        var _ =
                http.newWebSocketBuilder()
                        .header("Authorization", "Bearer " + link.token())
                        .connectTimeout(CONNECT)
                        .buildAsync(server.socket(), talk.socket())
                        .get(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Next after(int closeCode) {
        if (leaving.getCount() == 0) {
            return new Next.Stop(Ending.LEFT);
        }
        return CloseCode.of(closeCode)
                .filter(code -> code.then() == CloseCode.Then.STOP)
                .map(SyncClient::ending)
                .<Next>map(Next.Stop::new)
                .orElseGet(() -> new Next.Again(why(closeCode), 0));
    }

    private static String why(int closeCode) {
        return closeCode == Socket.FLOODED ? "it sends too much" : "closed with " + closeCode;
    }

    private static Ending ending(CloseCode code) {
        return switch (code) {
            case REVOKED -> Ending.UNLINKED;
            case UNKNOWN_PROTOCOL -> Ending.OUTDATED;
            case SUPERSEDED -> Ending.SUPERSEDED;
            case NORMAL, GOING_AWAY, TOO_BIG, BAD_MESSAGE, SILENT, TOO_MANY -> Ending.LEFT;
        };
    }

    private static Next refused(@Nullable Throwable cause) {
        if (!(cause instanceof WebSocketHandshakeException handshake)) {
            String why = cause == null ? "unknown" : cause.getClass().getSimpleName();
            return new Next.Again(why, 0);
        }
        HttpResponse<?> response = handshake.getResponse();
        return switch (response.statusCode()) {
            case 401, 403, 410 -> new Next.Stop(Ending.UNLINKED);
            default -> new Next.Again("HTTP " + response.statusCode(), RetryAfter.of(response));
        };
    }

    /** Says goodbye and waits at most 2 s for the end. */
    @Override
    public void close() {
        leaving.countDown();
        send(new ClientMessage.Bye());
        try {
            if (!ended.await(2, TimeUnit.SECONDS)) {
                Conversation running = conversation;
                if (running != null) {
                    running.socket().abort();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
