package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Connections that never say who they are. */
final class ConnectionCapTest {
    private final Server server = new Server();
    private final ConnectionCap cap = new ConnectionCap(3, 2, new Seldom(() -> 0));
    private final Port port = new Port(server, new HttpConnectionFactory(), new Seldom(() -> 0));

    @BeforeEach
    void open() throws Exception {
        port.setHost("127.0.0.1");
        port.addBean(cap);
        server.addConnector(port);
        server.start();
    }

    @AfterEach
    void close() throws Exception {
        server.stop();
    }

    private Socket from(String address) throws IOException {
        Socket socket =
                new Socket(
                        InetAddress.ofLiteral("127.0.0.1"),
                        port.getLocalPort(),
                        InetAddress.ofLiteral(address),
                        0);
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Whether a question is answered, with whatever it may be. */
    private static boolean isServed(Socket socket) {
        try {
            byte[] request =
                    "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(request);
            return socket.getInputStream().read() == 'H';
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void oneAddressTakesNoMoreThanItsShareAndAllTogetherNoMoreThanThereIs() throws IOException {
        try (Socket first = from("127.0.0.1");
                Socket second = from("127.0.0.1");
                Socket third = from("127.0.0.1");
                Socket other = from("127.0.0.2");
                Socket last = from("127.0.0.3")) {
            assertTrue(isServed(first));
            assertTrue(isServed(second));
            assertFalse(isServed(third), "the third of one address");
            assertTrue(isServed(other), "another address");
            assertFalse(isServed(last), "the fourth of all");
            assertEquals(3, cap.open());
        }
    }

    @Test
    void aConnectionThatWentMakesRoom() throws IOException {
        try (Socket _ = from("127.0.0.1");
                Socket leaves = from("127.0.0.1")) {
            assertTrue(isServed(leaves));
        }
        for (long due = System.nanoTime() + 20_000_000_000L; cap.open() > 0; ) {
            assertTrue(System.nanoTime() < due, "connections that went are still counted");
            Thread.onSpinWait();
        }
        try (Socket next = from("127.0.0.1")) {
            assertTrue(isServed(next));
        }
    }

    @Test
    void halfOfTheOpenFilesIsForConnections() {
        assertEquals(128, OpenFiles.forConnections(256));
        assertEquals(16_384, OpenFiles.forConnections(1L << 40));
        assertEquals(1, OpenFiles.forConnections(-1));
    }
}
