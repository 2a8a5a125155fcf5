package dev.downbeat.companion.sync;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.protocol.BadMessage;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.CloseCode;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.Wire;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One WebSocket in the words of the protocol. One thread sends; listening is the JDK's. */
final class Socket implements WebSocket.Listener {
    private static final long SEND_SECONDS = 5;

    /** Its own: the connection broke without a close frame. */
    static final int BROKEN = 1006;

    /** Its own: the server sent more than any honest one does, and was told so. */
    static final int FLOODED = -1;

    private final Monotonic clock;
    private final SentLog sent;
    private final Heard heard;
    private final FrameAllowance allowance;
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();

    /** From our own last word on nothing more goes out. */
    private volatile boolean hungUp;

    /** Takes each message with the time at which it came in. */
    interface Heard {
        void message(ServerMessage message, double atMs);
    }

    Socket(Monotonic clock, SentLog sent, Heard heard) {
        this.clock = clock;
        this.sent = sent;
        this.heard = heard;
        allowance = new FrameAllowance(clock.nowMs());
    }

    @Override
    public void onOpen(WebSocket socket) {
        opened.complete(socket);
        if (isClosed()) {
            // Too late: nobody waits for it any more.
            socket.abort();
        } else {
            socket.request(1);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        double at = clock.nowMs();
        if (!allowance.takes(at)) {
            return flooded(socket);
        }
        text.append(data);
        if (text.length() > Wire.MAX_MESSAGE_LENGTH) {
            return unfit(socket, "message too long");
        }
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            try {
                heard.message(Wire.readServer(whole), at);
            } catch (BadMessage _) {
                return unfit(socket, "not a message of this protocol");
            }
        }
        socket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        return skip(socket);
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        return skip(socket);
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        return skip(socket);
    }

    /** Nothing of the protocol, but it counts. */
    private @Nullable CompletionStage<?> skip(WebSocket socket) {
        if (!allowance.takes(clock.nowMs())) {
            return flooded(socket);
        }
        socket.request(1);
        return null;
    }

    private CompletionStage<?> flooded(WebSocket socket) {
        return hangUp(socket, CloseCode.TOO_MANY, "too many frames", FLOODED);
    }

    /** The JDK's client cannot say 1009 itself, so what is too long is a bad message as well. */
    private CompletionStage<?> unfit(WebSocket socket, String why) {
        return hangUp(socket, CloseCode.BAD_MESSAGE, why, BROKEN);
    }

    /** Says why, as far as the server listens, and takes no further frame. */
    private CompletionStage<?> hangUp(WebSocket socket, CloseCode code, String why, int ended) {
        hungUp = true;
        return socket.sendClose(code.code(), why)
                .orTimeout(SEND_SECONDS, TimeUnit.SECONDS)
                .handle((_, _) -> {
                    closed.complete(ended);
                    socket.abort();
                    return socket;
                });
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        // After a broken frame as well: there the JDK's client ends the line by itself.
        closed.complete(BROKEN);
    }

    boolean isClosed() {
        return closed.isDone();
    }

    int closeCode() {
        return closed.getNow(BROKEN);
    }

    /** Runs when the socket is closed, from its thread; at once when it is. */
    void whenClosed(Runnable what) {
        CompletableFuture<Void> _ = closed.thenRun(what);
    }

    /** Drops what comes after our own last word. */
    void send(ClientMessage message) throws IOException, InterruptedException {
        if (hungUp) {
            return;
        }
        String json = Wire.write(message);
        sent.sent(json);
        await(opened.join().sendText(json, true));
    }

    /** Says goodbye and waits a moment for the answer; it is closed then in any case. */
    void close() throws InterruptedException {
        hungUp = true;
        WebSocket socket = opened.getNow(null);
        if (socket == null) {
            return;
        }
        try {
            await(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
            int _ = closed.get(1, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException _) {
            // Whoever does not answer a goodbye is left without one.
        } finally {
            abort();
        }
    }

    void abort() {
        closed.complete(BROKEN);
        WebSocket socket = opened.getNow(null);
        if (socket != null) {
            socket.abort();
        }
    }

    private static void await(CompletableFuture<WebSocket> done)
            throws IOException, InterruptedException {
        try {
            WebSocket _ = done.get(SEND_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the server does not take what is sent", e);
        }
    }
}
