package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.MovedClock;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.Wire;
import dev.downbeat.protocol.WireChange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletionException;

final class HostileSyncTest extends SomebodyElse {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"type\":\"dance\"}",
                "{\"type\":\"hello\",\"protocol_min\":\"1\"}",
                "{\"type\":\"ping\",\"id\":1}",
                "{\"type\":\"hello\",\"protocol_min\":NaN}",
                "{\"type\":\"hello\"} {}",
                "{\"type\":\"hello\",\"a\":[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]}"
            })
    void whatIsNoMessageEndsTheLine(String text) {
        Line line = new Line(world, token);
        line.raw(text);

        assertEquals(4400, line.awaitClose());
    }

    @Test
    void binaryFramesAndLongOnesAreRefused() {
        Line binary = new Line(world, token);
        WebSocket _ = binary.socket().sendBinary(ByteBuffer.wrap(new byte[10]), true).join();
        Line large = new Line(world, token);
        large.refused("x".repeat(70_000));
        Line huge = new Line(world, token);
        huge.refused("x".repeat(400_000));

        assertEquals(4400, binary.awaitClose());
        assertEquals(1009, large.awaitClose());
        assertTrue(huge.awaitClose() == 1009 || huge.awaitClose() == 1006);
    }

    @Test
    void randomFramesHarmNobody() throws InterruptedException {
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            Line line = new Line(world, token);
            line.raw(new String(noise, java.nio.charset.StandardCharsets.ISO_8859_1));
            assertEquals(4400, line.awaitClose());
            token = world.token(new SeatId("discord:noise" + i));
        }

        Line line = Line.greeted(world, token);
        line.say(new ClientMessage.Ping(1, 1, 0, -1));
        assertEquals(1, line.await(ServerMessage.Pong.class).id());
    }

    @Test
    void aFloodIsCutOff() {
        Line line = new Line(world, token);
        line.say(new ClientMessage.Hello(1, 1, "test"));
        try {
            for (int i = 0; i < 10_000; i++) {
                line.say(new ClientMessage.Ping(i, i, 0, -1));
            }
        } catch (CompletionException cut) {
            assertTrue(cut.getCause() instanceof IOException, cut::toString);
        }

        int code = line.awaitClose();
        assertTrue(code == 4429 || code == 1006, () -> "closed with " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "pong", "fragment", "empty fragment"})
    void framesOfEveryKindAreCounted(String kind, @TempDir Path folder) {
        try (WebWorld still = new WebWorld(folder, WebWorld.PATIENT, new MovedClock().clock())) {
            Line line = new Line(still, still.token(seat));
            ByteBuffer nothing = ByteBuffer.allocate(0);
            for (int i = 0; i < 260; i++) {
                WebSocket socket = line.socket();
                var sent =
                        switch (kind) {
                            case "ping" -> socket.sendPing(nothing);
                            case "pong" -> socket.sendPong(nothing);
                            case "fragment" -> socket.sendText("x", false);
                            default -> socket.sendText("", false);
                        };
                WebSocket _ = sent.exceptionally(_ -> socket).join();
            }

            assertEquals(4429, line.awaitClose());
        }
    }

    @Test
    void aTextInFragmentsIsOneMessageAndNoLongerThanOne() throws InterruptedException {
        Line line = Line.greeted(world, token);
        String ping = Wire.write(new ClientMessage.Ping(8, 1, 0, -1));
        WebSocket _ = line.socket().sendText(ping.substring(0, 9), false).join();
        WebSocket _ = line.socket().sendText(ping.substring(9), true).join();
        assertEquals(8, line.await(ServerMessage.Pong.class).id());

        for (int i = 0; i < 7; i++) {
            line.fragment("x".repeat(10_000));
        }

        assertEquals(1009, line.awaitClose());
    }

    @Test
    void aTextTooLongForAnyFieldEndsTheLine() {
        String text = "x".repeat(17_000);
        Line known = new Line(world, token);
        known.raw("{\"type\":\"hello\",\"client\":\"" + text + "\"}");
        Line unknown = new Line(world, token);
        unknown.raw("{\"type\":\"hello\",\"protocol_min\":1,\"a\":\"" + text + "\"}");

        assertEquals(4400, known.awaitClose());
        assertEquals(4400, unknown.awaitClose());
    }

    @Test
    void whoIsBeingClosedIsNotListenedTo() throws InterruptedException {
        Line line = Line.greeted(world, token);
        line.say(new ClientMessage.Host(false));
        line.await(ServerMessage.PlaybackState.class, it -> it.host());
        String party = world.parties.hostedBy(seat).orElseThrow().id().value();

        line.raw("nonsense");
        line.refused(
                Wire.write(
                        new ClientMessage.PlaylistChange(
                                "late", new WireChange("add", "a song", 0, 0))));

        assertEquals(4400, line.awaitClose());
        assertEquals(
                0,
                world.parties.find(new PartyId(party)).stream()
                        .mapToInt(it -> it.view().queue().size() + it.view().played().size())
                        .sum());
    }

    @Test
    void withoutACommonVersionTheLineEnds() {
        Line line = new Line(world, token);
        line.say(new ClientMessage.Hello(2, 9, "from tomorrow"));

        assertEquals(4406, line.awaitClose());
    }

    @Test
    void aPageOfAnotherSiteCannotOpenTheSocket() {
        URI address = URI.create("ws" + world.uri("/api/sync").toString().substring(4));
        var foreign =
                world.http
                        .newWebSocketBuilder()
                        .header("Authorization", "Bearer " + token)
                        .header("Origin", "https://evil.example")
                        .buildAsync(address, new WebSocket.Listener() {});
        var own =
                world.http
                        .newWebSocketBuilder()
                        .header("Authorization", "Bearer " + token)
                        .header("Origin", "https://party.example")
                        .buildAsync(address, new WebSocket.Listener() {});
        var nobody =
                world.http.newWebSocketBuilder().buildAsync(address, new WebSocket.Listener() {});

        assertThrows(CompletionException.class, foreign::join);
        own.join().abort();
        assertThrows(CompletionException.class, nobody::join);
    }
}
