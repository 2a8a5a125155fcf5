package dev.downbeat.localdiscord;

import dev.downbeat.localdiscord.gateway.Gateway;
import dev.downbeat.localdiscord.gateway.GatewaySocket;
import dev.downbeat.localdiscord.voice.VoiceServer;
import dev.downbeat.localdiscord.voice.VoiceSocket;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The two TCP ports: one for REST, gateway, control and page, one for voice, where a client may
 * come with TLS or without (the first byte tells).
 */
final class Ports implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int LARGEST_MESSAGE = 1 << 20;
    private static final int ACCEPT_QUEUE = 1_024;

    private final Javalin server;
    private final List<ServerConnector> connectors = new CopyOnWriteArrayList<>();

    Ports(
            Settings settings,
            Optional<Certificates> certificates,
            Gateway gateway,
            VoiceServer voice,
            Consumer<RoutesConfig> routes) {
        this.server =
                Javalin.create(config -> {
                    general(config);
                    config.jetty.addConnector((jetty, http) -> plain(jetty, http, settings.port()));
                    config.jetty.addConnector(
                            (jetty, http) -> voice(jetty, http, settings, certificates));
                    routes.accept(config.routes);
                    config.routes.ws("/gateway", ws -> gateway(ws, gateway));
                    config.routes.ws("/gateway/", ws -> gateway(ws, gateway));
                    config.routes.ws("/", ws -> voice(ws, voice));
                });
        server.start();
    }

    private static void general(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = 32 << 20;
        config.jetty.modifyServer(jetty -> jetty.setStopTimeout(0));
        config.jetty.modifyWebSocketServletFactory(sockets -> {
            sockets.setIdleTimeout(Duration.ofMinutes(5));
            sockets.setMaxTextMessageSize(LARGEST_MESSAGE);
            sockets.setMaxBinaryMessageSize(LARGEST_MESSAGE);
        });
    }

    private Connector plain(Server jetty, HttpConfiguration http, int port) {
        return open(new ServerConnector(jetty, new HttpConnectionFactory(http)), port);
    }

    private Connector voice(
            Server jetty,
            HttpConfiguration http,
            Settings settings,
            Optional<Certificates> certificates) {
        if (certificates.isEmpty()) {
            return plain(jetty, http, settings.voicePort());
        }
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(certificates.get().keyStore().toString());
        tls.setKeyStorePassword(Certificates.PASSWORD);
        HttpConfiguration secure = new HttpConfiguration(http);
        secure.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory spoken = new HttpConnectionFactory(secure);
        SslConnectionFactory wrapped = new SslConnectionFactory(tls, spoken.getProtocol());
        return open(
                new ServerConnector(jetty, new DetectorConnectionFactory(wrapped), spoken),
                settings.voicePort());
    }

    private ServerConnector open(ServerConnector connector, int port) {
        connector.setHost(HOST);
        connector.setPort(port);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connectors.add(connector);
        return connector;
    }

    int http() {
        return connectors.get(0).getLocalPort();
    }

    int voice() {
        return connectors.get(1).getLocalPort();
    }

    private static void gateway(WsConfig ws, Gateway gateway) {
        Map<String, GatewaySocket> open = new ConcurrentHashMap<>();
        ws.onConnect(context -> {
            GatewaySocket socket = new GatewaySocket(gateway, context.session);
            if (gateway.opened(socket)) {
                open.put(context.sessionId(), socket);
            }
        });
        ws.onMessage(context -> with(open, context, socket -> socket.heard(context.message())));
        ws.onClose(context -> {
            GatewaySocket socket = open.remove(context.sessionId());
            if (socket != null) {
                socket.closed(context.status());
            }
        });
    }

    private static void voice(WsConfig ws, VoiceServer server) {
        Map<String, VoiceSocket> open = new ConcurrentHashMap<>();
        ws.onConnect(context -> {
            VoiceSocket socket = new VoiceSocket(server, context.session);
            open.put(context.sessionId(), socket);
            socket.opened();
        });
        ws.onMessage(context -> with(open, context, socket -> socket.heard(context.message())));
        ws.onClose(context -> {
            VoiceSocket socket = open.remove(context.sessionId());
            if (socket != null) {
                socket.closed();
            }
        });
    }

    private static <T> void with(Map<String, T> open, WsContext context, Consumer<T> action) {
        T socket = open.get(context.sessionId());
        if (socket != null) {
            action.accept(socket);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
