package dev.downbeat.engine.web;

import dev.downbeat.protocol.BadMessage;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.Wire;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A companion's end of the socket. */
public final class Line implements WebSocket.Listener {
    private final BlockingQueue<ServerMessage> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    public Line(WebWorld world, String token) {
        URI http = world.uri("/api/sync");
        socket =
                world.http
                        .newWebSocketBuilder()
                        .header("Authorization", "Bearer " + token)
                        .connectTimeout(Duration.ofSeconds(20))
                        .buildAsync(URI.create("ws" + http.toString().substring(4)), this)
                        .join();
    }

    /** With the hello said and heard. */
    public static Line greeted(WebWorld world, String token) throws InterruptedException {
        Line line = new Line(world, token);
        line.say(new ClientMessage.Hello(1, 1, "test"));
        line.await(ServerMessage.Hello.class);
        return line;
    }

    public void say(ClientMessage message) {
        raw(Wire.write(message));
    }

    public void raw(String text) {
        WebSocket _ = socket.sendText(text, true).join();
    }

    /** Text that the other side may refuse while it is still on its way. */
    public void refused(String text) {
        WebSocket _ = socket.sendText(text, true).exceptionally(_ -> socket).join();
    }

    /** A beginning without an end, that the other side may refuse. */
    public void fragment(String text) {
        WebSocket _ = socket.sendText(text, false).exceptionally(_ -> socket).join();
    }

    public WebSocket socket() {
        return socket;
    }

    /** The next message of a kind; others before it are dropped. */
    public <T extends ServerMessage> T await(Class<T> kind) throws InterruptedException {
        return await(kind, _ -> true);
    }

    public <T extends ServerMessage> T await(Class<T> kind, Predicate<T> which)
            throws InterruptedException {
        while (true) {
            ServerMessage message = heard.poll(20, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no " + kind.getSimpleName() + "; closed: " + closed);
            }
            if (kind.isInstance(message) && which.test(kind.cast(message))) {
                return kind.cast(message);
            }
        }
    }

    public int awaitClose() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                heard.add(Wire.readServer(part.toString()));
            } catch (BadMessage e) {
                closed.completeExceptionally(e);
            }
            part.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }
}
