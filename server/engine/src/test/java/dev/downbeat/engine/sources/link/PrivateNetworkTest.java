package dev.downbeat.engine.sources.link;

import static dev.downbeat.engine.sources.link.Links.client;
import static dev.downbeat.engine.sources.link.Links.fetch;
import static dev.downbeat.engine.sources.link.Links.friendly;
import static dev.downbeat.engine.sources.link.Links.redirect;
import static dev.downbeat.engine.sources.link.Links.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.downbeat.party.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

final class PrivateNetworkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://127.0.0.2:%d/",
                "http://127.1:%d/",
                "http://2130706433:%d/",
                "http://0x7f000001:%d/",
                "http://0x7f.0x0.0x0.0x1:%d/",
                "http://017700000001:%d/",
                "http://0177.0.0.01:%d/",
                "http://0.0.0.0:%d/",
                "http://0:%d/",
                "http://[::1]:%d/",
                "http://[::]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[::ffff:7f00:1]:%d/",
                "http://[::127.0.0.1]:%d/",
                "http://[0:0:0:0:0:0:0:1]:%d/",
                "http://[64:ff9b::127.0.0.1]:%d/",
                "http://[2002:7f00:1::]:%d/",
                "http://localhost:%d/",
                "http://LOCALHOST.:%d/",
                "http://１２７.０.０.１:%d/",
                "http://①②⑦.⓪.⓪.①:%d/",
                "http://127。0。0。1:%d/",
                "http://%%31%%32%%37.0.0.1:%d/",
                "http://a@127.0.0.1:%d/",
                "http://example.com:80@127.0.0.1:%d/",
                "http://127.0.0.1.:%d/",
                "http://169.254.169.254:%d/latest/meta-data/",
                "http://10.0.0.1:%d/",
                "https://127.0.0.1:%d/",
                "file://127.0.0.1:%d/",
                "gopher://127.0.0.1:%d/"
            })
    void noNotationReachesOurOwnNetwork(String link) throws IOException {
        try (Canary canary = new Canary(exchange -> song(exchange, "audio/mpeg"))) {
            LinkClient system =
                    client(
                            Set.of(),
                            host ->
                                    host.startsWith("localhost")
                                            ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                                            : Links.literal(host));
            String text = link.formatted(canary.port());

            assertThrows(LinkFault.class, () -> fetch(system, text));
            assertEquals(0, canary.hits.get());
        }
    }

    @Test
    void aNameThatAnswersDifferentlyTheSecondTimeIsAskedOnce() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (Canary canary = new Canary(exchange -> song(exchange, "audio/mpeg"))) {
            InetAddress inside = InetAddress.getLoopbackAddress();
            InetAddress outside = InetAddress.getByName("192.0.2.1");
            LinkClient rebound =
                    client(
                            Set.of("192.0.2.1"),
                            _ ->
                                    new InetAddress[] {
                                        asked.getAndIncrement() == 0 ? inside : outside
                                    });

            assertThrows(
                    LinkFault.class,
                    () -> fetch(rebound, "http://rebind.example:" + canary.port() + "/"));
            assertEquals(1, asked.get());
            assertEquals(0, canary.hits.get());
        }
    }

    @Test
    void onePrivateAddressAmongPublicOnesSpoilsThemAll() throws IOException {
        try (Canary canary = new Canary(exchange -> song(exchange, "audio/mpeg"))) {
            LinkClient mixed =
                    client(
                            Set.of(),
                            _ ->
                                    new InetAddress[] {
                                        InetAddress.getByName("1.1.1.1"),
                                        InetAddress.getLoopbackAddress()
                                    });

            LinkFault fault =
                    assertThrows(
                            LinkFault.class,
                            () -> fetch(mixed, "http://mixed.example:" + canary.port() + "/"));

            assertEquals(Problem.LINK_REFUSED, fault.problem());
            assertEquals(0, canary.hits.get());
        }
    }

    @Test
    void aRedirectIntoOurNetworkIsNotFollowed() throws IOException {
        try (Canary inside = new Canary(exchange -> song(exchange, "audio/mpeg"));
                Canary outside =
                        new Canary(exchange ->
                                redirect(exchange, "http://127.0.0.2:" + inside.port()))) {
            String link = "http://127.0.0.1:" + outside.port() + "/";

            assertThrows(LinkFault.class, () -> fetch(friendly(), link));
            assertEquals(1, outside.hits.get());
            assertEquals(0, inside.hits.get());
        }
    }
}
