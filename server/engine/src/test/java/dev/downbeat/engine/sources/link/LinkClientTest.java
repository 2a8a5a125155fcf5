package dev.downbeat.engine.sources.link;

import static dev.downbeat.engine.sources.link.Links.SONG;
import static dev.downbeat.engine.sources.link.Links.client;
import static dev.downbeat.engine.sources.link.Links.fetch;
import static dev.downbeat.engine.sources.link.Links.friendly;
import static dev.downbeat.engine.sources.link.Links.redirect;
import static dev.downbeat.engine.sources.link.Links.song;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;

import dev.downbeat.party.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

final class LinkClientTest {
    private LinkClient strict() {
        return client(Set.of(), Links::literal);
    }

    @Test
    void aCircleOfRedirectsEnds() throws IOException {
        try (Canary circle = new Canary(exchange -> redirect(exchange, "/again"))) {
            String link = "http://127.0.0.1:" + circle.port() + "/";

            assertThrows(LinkFault.class, () -> fetch(friendly(), link));
            assertEquals(6, circle.hits.get());
        }
    }

    @Test
    void aMediumComesWhole() throws IOException {
        try (Canary server = new Canary(exchange -> song(exchange, "audio/mpeg"))) {
            String link = "http://127.0.0.1:" + server.port() + "/Artist%20-%20Song.mp3";

            assertArrayEquals(SONG, fetch(friendly(), link));
            assertEquals(1, server.hits.get());
        }
    }

    @Test
    void aBodyInChunksComesWhole() throws IOException {
        try (Canary server =
                new Canary(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(SONG);
                })) {
            assertArrayEquals(
                    SONG, fetch(friendly(), "http://127.0.0.1:" + server.port() + "/a.mp3"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html; charset=utf-8",
                "application/json",
                "image/png",
                "application/vnd.apple.mpegurl",
                "audio/x-scpls"
            })
    void aPageOrAPlaylistIsNoMusic(String type) throws IOException {
        try (Canary server = new Canary(exchange -> song(exchange, type))) {
            LinkFault fault =
                    assertThrows(
                            LinkFault.class,
                            () -> fetch(friendly(), "http://127.0.0.1:" + server.port() + "/"));

            assertEquals(Problem.LINK_REFUSED, fault.problem());
        }
    }

    @Test
    void aMediumThatSaysItIsTooLargeIsNotRead() throws IOException {
        try (Canary server =
                new Canary(exchange -> {
                    exchange.sendResponseHeaders(200, 1_000_000_000);
                    exchange.getResponseBody().write(SONG);
                    exchange.getResponseBody().flush();
                })) {
            LinkFault fault =
                    assertThrows(
                            LinkFault.class,
                            () -> fetch(friendly(), "http://127.0.0.1:" + server.port() + "/"));

            assertEquals(Problem.TOO_LARGE, fault.problem());
        }
    }

    @Test
    void aMediumThatDoesNotSayHowLargeItIsEndsAtTheLimit() throws IOException {
        try (Canary server =
                new Canary(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 10; i++) {
                        exchange.getResponseBody().write(SONG);
                    }
                })) {
            LinkFault fault =
                    assertThrows(
                            LinkFault.class,
                            () -> fetch(friendly(), "http://127.0.0.1:" + server.port() + "/"));

            assertEquals(Problem.TOO_LARGE, fault.problem());
        }
    }

    @Test
    void aBrokenConnectionGoesOnWhereItBroke() throws IOException {
        AtomicInteger ranges = new AtomicInteger();
        try (Canary server = new Canary(exchange -> inParts(exchange, ranges))) {
            byte[] song = fetch(friendly(), "http://127.0.0.1:" + server.port() + "/a.mp3");

            assertArrayEquals(SONG, song);
            assertEquals(2, ranges.get());
        }
    }

    /** At most 110,000 bytes each time, then the connection breaks. */
    private static void inParts(HttpExchange exchange, AtomicInteger ranges) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.getResponseHeaders().add("ETag", "\"one\"");
        if (range != null) {
            ranges.incrementAndGet();
            String whole = "bytes " + from + "-" + (SONG.length - 1) + "/" + SONG.length;
            exchange.getResponseHeaders().add("Content-Range", whole);
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, SONG.length - from);
        exchange.getResponseBody().write(SONG, from, Math.min(110_000, SONG.length - from));
        exchange.getResponseBody().flush();
    }

    @Test
    void anotherFileInTheMiddleIsRefused() throws IOException {
        AtomicInteger times = new AtomicInteger();
        try (Canary server =
                new Canary(exchange -> {
                    int time = times.incrementAndGet();
                    exchange.getResponseHeaders().add("ETag", "\"" + time + "\"");
                    exchange.sendResponseHeaders(200, SONG.length);
                    exchange.getResponseBody().write(SONG, 0, 1000);
                    exchange.getResponseBody().flush();
                })) {
            assertThrows(
                    LinkFault.class,
                    () -> fetch(friendly(), "http://127.0.0.1:" + server.port() + "/a.mp3"));
        }
    }

    @Test
    void theKeyChangesWithTheMedium() throws IOException {
        AtomicInteger times = new AtomicInteger();
        try (Canary server =
                new Canary(exchange -> {
                    String tag = times.incrementAndGet() < 3 ? "\"one\"" : "\"two\"";
                    exchange.getResponseHeaders().add("ETag", tag);
                    song(exchange, "audio/flac");
                })) {
            LinkAddress link = LinkAddress.of("http://127.0.0.1:" + server.port() + "/a.flac");

            String first = key(link);
            String second = key(link);
            String third = key(link);

            assertEquals(first, second);
            assertNotEquals(first, third);
        }
    }

    private String key(LinkAddress link) throws IOException {
        try (LinkBytes bytes = LinkBytes.of(friendly(), link, "run")) {
            return bytes.contentKey();
        }
    }

    @Test
    void anErrorOfTheServerIsNamed() throws IOException {
        try (Canary server = new Canary(exchange -> exchange.sendResponseHeaders(404, -1))) {
            LinkFault fault =
                    assertThrows(
                            LinkFault.class,
                            () -> fetch(friendly(), "http://127.0.0.1:" + server.port() + "/"));

            assertEquals("link_status 404", fault.detail());
            assertThrows(LinkFault.class, () -> fetch(strict(), "http://nowhere.example/"));
        }
    }
}
