package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.MovedClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Requests that take their time. */
final class SlowTest {
    private static final int ROUNDS = 200;

    private final MovedClock time = new MovedClock();
    private final Body reader = new Body(time.clock()::nanos);
    private WebWorld world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new WebWorld(folder, WebWorld.PATIENT);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** So many bytes a second. */
    private InputStream line(byte[] bytes, int perSecond) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int at, int most) {
                time.move(Duration.ofSeconds(1));
                return super.read(into, at, Math.min(most, perSecond));
            }
        };
    }

    @Test
    void aTrickleIsNotReadToItsEnd() {
        WebFault fault =
                assertThrows(WebFault.class, () -> reader.read(line(new byte[100], 1), 1_000));

        assertEquals(Fault.TOO_SLOW, fault.fault());
        assertTrue(time.clock().nanos() < Duration.ofSeconds(15).toNanos());
    }

    @Test
    void aPieceOverASlowLineIsReadToItsEnd() throws IOException {
        byte[] piece = new byte[1024 * 1024];
        piece[77] = 7;

        assertArrayEquals(piece, reader.read(line(piece, 16 * 1024), piece.length));
    }

    @Test
    void moreThanAllowedIsTooLarge() {
        byte[] body = new byte[1_001];

        WebFault fault =
                assertThrows(
                        WebFault.class, () -> reader.read(new ByteArrayInputStream(body), 1_000));

        assertEquals(Fault.TOO_LARGE, fault.fault());
    }

    @Test
    void aBodyThatStopsIsTooSlowToo() {
        InputStream silent =
                new FilterInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] into, int at, int most) throws IOException {
                        throw new IOException(new TimeoutException("idle"));
                    }
                };

        WebFault fault = assertThrows(WebFault.class, () -> reader.read(silent, 10));

        assertEquals(Fault.TOO_SLOW, fault.fault());
    }

    @Test
    void headersWithoutAnEndAreCutOff() throws IOException {
        try (Socket socket = sent("GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: a")) {
            assertTrue(isCutAfter(socket, SlowCallers.HEADERS));
        }
    }

    @Test
    void lineEndsWithoutARequestAreCutOff() throws IOException {
        try (Socket socket = sent("\r\n\r\n\r\n")) {
            assertTrue(isCutAfter(socket, SlowCallers.BETWEEN));
        }
    }

    @Test
    void aBodyThatSaysNothingIsCutOff() throws IOException {
        try (Socket socket =
                sent(
                        "POST /api/pair HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n1;never=ending")) {
            assertTrue(isCutAfter(socket, SlowCallers.BODY.plus(Body.GRACE)));
        }
    }

    @Test
    void aConnectionThatWaitsForItsNextRequestIsKept() throws IOException {
        String request = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
        try (Socket socket = sent(request)) {
            assertEquals('H', socket.getInputStream().read());
            world.server.cutSlowCallers(world.clock.nanos());
            world.server.cutSlowCallers(world.clock.nanos() + Duration.ofSeconds(30).toNanos());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));

            String rest = "";
            for (byte[] some = new byte[4_096]; rest.split("HTTP/1.1 200", -1).length < 2; ) {
                int got = socket.getInputStream().read(some);
                assertFalse(got < 0, "cut");
                rest += new String(some, 0, got, StandardCharsets.ISO_8859_1);
            }
        }
    }

    private Socket sent(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.server.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** Sooner is as wrong as never. */
    private boolean isCutAfter(Socket socket, Duration patience) throws IOException {
        socket.setSoTimeout(100);
        world.server.cutSlowCallers(world.clock.nanos());
        world.server.cutSlowCallers(world.clock.nanos() + patience.minusSeconds(1).toNanos());
        boolean sooner = isCut(socket);
        boolean cut = sooner;
        for (int i = 1; !cut && i < ROUNDS; i++) {
            long later = patience.plusSeconds(2).toNanos() * i;
            world.server.cutSlowCallers(world.clock.nanos() + later);
            cut = isCut(socket);
        }
        return cut && !sooner;
    }

    private static boolean isCut(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException waiting) {
            return false;
        }
    }
}
