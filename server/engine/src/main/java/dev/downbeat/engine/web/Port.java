package dev.downbeat.engine.web;

import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The port; says in one line, and seldom, that no connection can be taken. */
final class Port extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(Port.class);

    /** Until it tries again: who waits meanwhile waits in the system's queue. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Seldom seldom;

    Port(Server server, HttpConnectionFactory http, Seldom seldom) {
        super(server, 1, 2, http);
        this.seldom = seldom;
    }

    @Override
    protected boolean handleAcceptFailure(Throwable why) {
        boolean isStopping = !isRunning() || !isOpen() || Thread.currentThread().isInterrupted();
        if (isStopping) {
            return super.handleAcceptFailure(why);
        }
        if (seldom.isDue()) {
            LOG.error("A connection could not be taken, the next is tried: {}", why.toString());
        }
        LockSupport.parkNanos(PAUSE.toNanos());
        return true;
    }
}
