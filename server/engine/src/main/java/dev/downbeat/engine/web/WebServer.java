package dev.downbeat.engine.web;

import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.web.sync.CountedSocket;
import dev.downbeat.engine.web.sync.PlainSockets;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyView;
import dev.downbeat.protocol.Wire;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** REST and the companions' socket on one port. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /** Jetty's own 50 drops connections when everybody reconnects at once. */
    private static final int ACCEPT_QUEUE = 4096;

    private static final Duration IDLE = Duration.ofSeconds(30);

    /** What is under way at the end may finish within this. */
    private static final Duration STOP = Duration.ofMillis(500);

    /** Connections kept open for a next request are not waited for. */
    private static final Duration SHUTDOWN_IDLE = Duration.ofMillis(100);

    private static final int MAX_HEADERS = 8 * 1024;

    /** An API is no page: nothing of it may be framed, sniffed, run or kept. */
    static final Map<String, String> GUARDS =
            Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "Referrer-Policy", "no-referrer",
                    "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Cache-Control", "no-store");

    private final WebParts parts;
    private final Routes routes;
    private final Javalin javalin;
    private final AutoCloseable watch;
    private final AutoCloseable ends;
    private final SlowCallers slowCallers = new SlowCallers();
    private final AutoCloseable revocations;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("web-timer").factory());

    private WebServer(WebSettings settings, WebParts parts) {
        this.parts = parts;
        this.routes = new Routes(parts, settings);
        this.watch = parts.companions().serve(parts.parties(), parts.discordApplicationId());
        this.ends = parts.parties().watch(this::forget);
        this.revocations = parts.tokens().watch(parts.companions()::revoked);
        this.javalin = Javalin.create(config -> configure(config, settings));
    }

    /** Returns when the port answers; throws when it is taken. */
    public static WebServer start(WebSettings settings, WebParts parts) {
        WebServer server = new WebServer(settings, parts);
        server.javalin.start();
        server.every(Duration.ofSeconds(1), parts.companions()::check);
        server.every(Duration.ofSeconds(1), server::cutSlowCallers);
        server.every(Duration.ofSeconds(10), parts.companions()::repeat);
        Gauge.builder("downbeat.companions", parts.companions(), it -> it.connected())
                .description("Open sockets of companions")
                .register(parts.metrics());
        return server;
    }

    /** Tickets go with their party; what stays of one, say after a kill, is good for nobody. */
    private void forget(PartyView view) {
        if (view.ended()) {
            Thread.startVirtualThread(() -> forget(view.id()));
        }
    }

    /** On a thread that nobody interrupts: the end of a party may be the end of the server. */
    private void forget(PartyId party) {
        try {
            parts.tickets().forget(party);
        } catch (RuntimeException e) {
            LOG.warn("Tickets of an ended party stay until they expire: {}", FaultTrace.of(e));
        }
    }

    private void cutSlowCallers() {
        cutSlowCallers(parts.clock().nanos());
    }

    void cutSlowCallers(long nowNanos) {
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            slowCallers.check(connector.getConnectedEndPoints(), nowNanos);
        }
    }

    private void every(Duration pause, Runnable task) {
        ScheduledFuture<?> _ =
                timer.scheduleWithFixedDelay(
                        () -> guarded(task),
                        pause.toMillis(),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A round over the connections failed; the next comes: {}", FaultTrace.of(e));
        }
    }

    /** The port that was taken. */
    public int port() {
        return javalin.port();
    }

    Routes routes() {
        return routes;
    }

    Javalin javalin() {
        return javalin;
    }

    private void configure(JavalinConfig config, WebSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Call.MAX_BODY;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        ContainerProblems problems = new ContainerProblems();
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP.toMillis());
            server.setErrorHandler(problems);
        });
        config.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(problems);
            context.getSessionHandler().setUsingCookies(false);
        });
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
        config.jetty.modifyWebSocketServletFactory(sockets -> {
            sockets.setIdleTimeout(IDLE);
            sockets.setMaxTextMessageSize(Wire.MAX_MESSAGE_LENGTH);
            sockets.setMaxBinaryMessageSize(1024);
            sockets.setMaxOutgoingFrames(16);
            CountedSocket.countAll(sockets, parts.clock()::nanos);
        });
        config.routes.before(WebServer::guard);
        routes.configure(config.routes);
        new Problems(new Body(parts.clock()::nanos)).configure(config.routes);
        config.requestLogger.http(this::measure);
    }

    private ServerConnector connector(Server server, HttpConfiguration http, WebSettings settings) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADERS);
        http.addCustomizer(new PlainSockets());
        LongSupplier nanos = parts.clock()::nanos;
        ServerConnector connector =
                new Port(server, new HttpConnectionFactory(http), new Seldom(nanos));
        int most = OpenFiles.forConnections();
        connector.addBean(new ConnectionCap(most, Math.ceilDiv(most, 2), new Seldom(nanos)));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE.toMillis());
        return connector;
    }

    private static void guard(Context context) {
        GUARDS.forEach(context::header);
    }

    private void measure(Context context, float millis) {
        String route = context.attribute(Routes.TAKEN);
        Timer.builder("downbeat.http")
                .description("Answered requests by route, method and status")
                .tag("route", route == null ? "none" : route)
                .tag("method", route == null ? "none" : context.method().name())
                .tag("status", String.valueOf(context.statusCode()))
                .register(parts.metrics())
                .record(Duration.ofNanos((long) (millis * 1e6)));
    }

    /** Sockets first, with a close frame; then the port. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            revocations.close();
            ends.close();
            watch.close();
        } catch (Exception e) {
            LOG.warn("The parties could not be left: {}", FaultTrace.of(e));
        }
        parts.companions().goingAway();
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn("Requests were under way when the server stopped: {}", FaultTrace.of(e));
        }
    }
}
