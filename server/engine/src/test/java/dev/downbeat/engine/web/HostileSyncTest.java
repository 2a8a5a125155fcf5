package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.party.SeatId;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ServerMessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileSyncTest {
    private WebWorld world;
    private int people;
    private SeatId seat = WebWorld.MILA;
    private String token = "";

    @BeforeAll
    void open(@TempDir Path folder) {
        world = new WebWorld(folder, WebWorld.PATIENT);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void somebodyElse() {
        seat = new SeatId("discord:10" + ++people);
        token = world.token(seat);
    }

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
