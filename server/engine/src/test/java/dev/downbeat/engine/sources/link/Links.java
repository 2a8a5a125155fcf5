package dev.downbeat.engine.sources.link;

import com.sun.net.httpserver.HttpExchange;

import dev.downbeat.engine.MovedClock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import java.util.Set;

import javax.net.ssl.SSLSocketFactory;

/** What tests of links share: a song, who gives it, and who fetches it. */
final class Links {
    static final byte[] SONG = new byte[300_000];
    private static final long MOST_BYTES = 400_000;

    static {
        new Random(7).nextBytes(SONG);
    }

    private Links() {}

    static LinkClient client(Set<String> allowed, LinkPolicy.Names names) {
        LinkPolicy policy = new LinkPolicy(allowed, MOST_BYTES, names);
        return new LinkClient(
                policy,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                new MovedClock().clock()::nanos);
    }

    /** Lets links lead to this machine. */
    static LinkClient friendly() {
        return client(Set.of("127.0.0.1"), Links::literal);
    }

    /** Literal addresses only: no test asks a real name server. */
    static InetAddress[] literal(String host) throws UnknownHostException {
        if (host.matches("[0-9a-f.:]+")) {
            return InetAddress.getAllByName(host);
        }
        throw new UnknownHostException("no names here");
    }

    static void song(HttpExchange exchange, String type) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, SONG.length);
        exchange.getResponseBody().write(SONG);
    }

    static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    static byte[] fetch(LinkClient client, String link) throws IOException {
        try (LinkBytes bytes = LinkBytes.of(client, LinkAddress.of(link), "run");
                var in = bytes.open()) {
            return in.readAllBytes();
        }
    }
}
