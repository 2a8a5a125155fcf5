package dev.downbeat.bot;

import com.neovisionaries.ws.client.WebSocketFactory;

import java.util.function.Supplier;

/** How sockets to Discord are made: as usual, or as a stand-in in this process needs them. */
public record DiscordSockets(Supplier<WebSocketFactory> factory) {
    /** TLS by the default SSLContext, so that trust store flags of the JVM work. */
    public static DiscordSockets usual() {
        return new DiscordSockets(WebSocketFactory::new);
    }
}
