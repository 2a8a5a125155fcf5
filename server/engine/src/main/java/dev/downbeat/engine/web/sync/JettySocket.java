package dev.downbeat.engine.web.sync;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** One of Jetty's sockets. */
final class JettySocket implements SyncSocket {
    /** "Try again later", RFC 6455's registry. */
    static final int TRY_AGAIN_LATER = 1013;

    /** Who does not read does not see a close frame either: after so many seconds the line goes. */
    private static final int PATIENCE = 5;

    private final Session session;
    private final LongSupplier nanos;
    private final AtomicInteger hurried = new AtomicInteger();
    private volatile boolean closing;

    JettySocket(Session session, LongSupplier nanos) {
        this.session = session;
        this.nanos = nanos;
    }

    @Override
    public void send(String text, Runnable sent, Runnable failed) {
        session.sendText(text, Callback.from(sent, _ -> failed.run()));
    }

    @Override
    public void close(int code, String reason) {
        closing = true;
        session.close(code, reason, Callback.NOOP);
    }

    @Override
    public boolean isClosing() {
        return closing || !session.isOpen();
    }

    @Override
    public void hurry() {
        if (hurried.incrementAndGet() > PATIENCE) {
            session.disconnect();
        }
    }

    @Override
    public void tooSlow() {
        close(TRY_AGAIN_LATER, "too slow");
    }

    @Override
    public long nanos() {
        return nanos.getAsLong();
    }
}
