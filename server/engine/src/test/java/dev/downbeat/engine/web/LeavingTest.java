package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.downbeat.engine.web.sync.SyncLimits;
import dev.downbeat.protocol.ClientMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;

/** How sockets end when nobody said goodbye. */
final class LeavingTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir private Path folder;

    @Test
    void whoNeverSaysHelloIsLetGo() {
        SyncLimits impatient = new SyncLimits(Duration.ofMillis(1), LONG, LONG, LONG);
        try (WebWorld world = new WebWorld(folder, impatient)) {
            assertEquals(4408, new Line(world, world.token(WebWorld.MILA)).awaitClose());
        }
    }

    @Test
    void whoFallsSilentIsLetGo() throws InterruptedException {
        SyncLimits impatient = new SyncLimits(LONG, Duration.ofMillis(1), LONG, LONG);
        try (WebWorld world = new WebWorld(folder, impatient)) {
            Line line = Line.greeted(world, world.token(WebWorld.MILA));

            assertEquals(4408, line.awaitClose());
        }
    }

    @Test
    void aServerThatStopsSaysSoAndFreesItsPort() throws Exception {
        Line line;
        try (WebWorld world = new WebWorld(folder, WebWorld.PATIENT)) {
            line = Line.greeted(world, world.token(WebWorld.MILA));
            line.say(new ClientMessage.Host(false));

            HttpRequest health = world.request("/health", "").build();
            world.server.close();

            assertEquals(1001, line.awaitClose());
            assertThrows(IOException.class, () -> world.send(health));
        }
    }
}
