package dev.downbeat.engine.web;

import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.internal.HttpConnection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Cuts connections whose request never comes to an end: Jetty's idle time begins anew with each
 * byte, so a byte a second would hold one for ever. Any thread may call.
 */
final class SlowCallers {
    /** From a request's first byte to the end of its headers. */
    static final Duration HEADERS = Duration.ofSeconds(10);

    /** Beyond the idle time: before a request only line ends can make it last so long. */
    static final Duration BETWEEN = Duration.ofSeconds(45);

    /** Beside what the bytes may take; whoever reads them may be busy with something else first. */
    static final Duration BODY = Duration.ofSeconds(30);

    private final Map<Connection, Phase> phases = new HashMap<>();

    private enum Part {
        BETWEEN,
        HEADERS,
        BODY,
        DONE
    }

    /**
     * Where a connection was first seen to be.
     *
     * @param requests how many had come over it
     * @param bytes the same
     */
    private record Phase(Part part, long requests, long bytes, long sinceNanos) {
        boolean isSameAs(Phase later) {
            return part == later.part && requests == later.requests;
        }

        boolean isOver(Phase now) {
            long elapsed = now.sinceNanos - sinceNanos;
            return switch (part) {
                case BETWEEN -> elapsed > BETWEEN.toNanos();
                case HEADERS -> elapsed > HEADERS.toNanos();
                case BODY -> Body.isTooSlow(now.bytes - bytes, elapsed - BODY.toNanos());
                case DONE -> false;
            };
        }
    }

    /** Once a second or so. */
    synchronized void check(Collection<EndPoint> endPoints, long nowNanos) {
        Map<Connection, Phase> open = new HashMap<>();
        for (EndPoint endPoint : endPoints) {
            if (endPoint.getConnection() instanceof HttpConnection http) {
                Phase now = phase(http, nowNanos);
                Phase known = phases.getOrDefault(http, now);
                Phase since = known.isSameAs(now) ? known : now;
                if (since.isOver(now)) {
                    endPoint.close();
                } else {
                    open.put(http, since);
                }
            }
        }
        phases.clear();
        phases.putAll(open);
    }

    private static Phase phase(HttpConnection http, long nowNanos) {
        return new Phase(part(http.getParser()), http.getMessagesIn(), http.getBytesIn(), nowNanos);
    }

    private static Part part(HttpParser parser) {
        if (parser.isStart()) {
            return Part.BETWEEN;
        }
        if (parser.inHeaderState()) {
            return Part.HEADERS;
        }
        return parser.inContentState() ? Part.BODY : Part.DONE;
    }
}
