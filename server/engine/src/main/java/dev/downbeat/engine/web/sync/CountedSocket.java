package dev.downbeat.engine.web.sync;

import dev.downbeat.engine.web.TokenBucket;
import dev.downbeat.protocol.CloseCode;
import dev.downbeat.protocol.Wire;

import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketCreator;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Counts the frames of one socket, of whatever kind, and puts texts together: a ping or a fragment
 * costs as much as a message does. One thread.
 */
public final class CountedSocket implements Session.Listener.AutoDemanding {
    /** Frames a second in the long run; an honest companion sends some five. */
    private static final int RATE = 50;

    private static final int AT_ONCE = 250;

    /** So many more after the close frame and the line is cut. */
    private static final int TOO_MANY_MORE = 250;

    private final Session.Listener inner;
    private final TokenBucket frames;
    private final StringBuilder text = new StringBuilder();
    private @Nullable Session session;
    private int refused;

    private CountedSocket(Session.Listener inner, LongSupplier nanos) {
        this.inner = inner;
        this.frames = new TokenBucket(RATE, Duration.ofSeconds(1), AT_ONCE, nanos);
    }

    /** Puts itself around every socket that the factory's usual creator makes. */
    public static void countAll(JettyWebSocketServletFactory factory, LongSupplier nanos) {
        factory.addMapping(
                "/*",
                (request, response) -> {
                    JettyWebSocketCreator usual =
                            Objects.requireNonNull(factory.getMapping("/"), "no usual creator");
                    Object made = usual.createWebSocket(request, response);
                    return made instanceof Session.Listener listener
                            ? new CountedSocket(listener, nanos)
                            : made;
                });
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        inner.onWebSocketOpen(opened);
    }

    private Session open() {
        return Objects.requireNonNull(session, "a frame before the socket is open");
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        if (isHeard()) {
            open().sendPong(payload, Callback.NOOP);
        }
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        boolean _ = isHeard();
    }

    @Override
    public void onWebSocketPartialText(String part, boolean last) {
        if (!isHeard()) {
            return;
        }
        text.append(part);
        if (text.length() > Wire.MAX_MESSAGE_LENGTH) {
            text.setLength(0);
            refuse(CloseCode.TOO_BIG, "longer than " + Wire.MAX_MESSAGE_LENGTH);
        } else if (last) {
            String whole = text.toString();
            text.setLength(0);
            inner.onWebSocketText(whole);
        }
    }

    @Override
    public void onWebSocketPartialBinary(ByteBuffer payload, boolean last, Callback callback) {
        if (isHeard()) {
            inner.onWebSocketBinary(payload, callback);
        } else {
            callback.succeed();
        }
    }

    /** False from the first refusal on. */
    private boolean isHeard() {
        boolean enough = frames.take();
        if (refused > 0) {
            refused++;
        } else if (!enough) {
            refuse(CloseCode.TOO_MANY, "more than " + RATE + " frames a second");
        }
        if (refused > TOO_MANY_MORE) {
            open().disconnect();
        }
        return refused == 0;
    }

    private void refuse(CloseCode code, String why) {
        refused++;
        open().close(code.code(), why, Callback.NOOP);
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        inner.onWebSocketError(cause);
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
        inner.onWebSocketClose(code, reason, callback);
    }
}
