package dev.downbeat.companion.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.fake.SyncServer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Which addresses lead to a server. */
class LinkCommandTest extends Shell {
    @Test
    void aServerOnThisMachineNeedsNoScheme() throws Exception {
        try (SyncServer server = SyncServer.start()) {
            assertEquals(0, run("link", "ABCD2345", "--server", "127.0.0.1:" + server.port()));
        }
        assertTrue(out().startsWith("Linked to http://127.0.0.1:"), out());
    }

    @Test
    void httpsWhereThereIsNoneIsSaidWithWhatToTry() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread _ = Thread.ofVirtual().start(() -> answerInHttp(server));
            String address = "127.0.0.1:" + server.getLocalPort();

            assertEquals(
                    Exit.NO_SERVER.code(),
                    run("link", "ABCD2345", "--server", "https://" + address));

            assertTrue(err().endsWith("Try: --server http://" + address), err());
        }
    }

    @Test
    void aCodeThatCannotBeRecordedIsNotSentAndWhatToDoIsSaid() throws Exception {
        Files.createDirectories(folders.state().resolve("sent.log"));
        try (SyncServer server = SyncServer.start()) {
            assertEquals(
                    Exit.UNRECORDED.code(),
                    run("link", "ABCD2345", "--server", "127.0.0.1:" + server.port()));

            assertEquals("", server.everything());
        }
        assertTrue(err().contains("so nothing more is sent"), err());
        assertTrue(err().contains("DOWNBEAT_COMPANION_STATE_DIR"), err());
        assertEquals(1, err().lines().count());
    }

    private static void answerInHttp(ServerSocket server) {
        try (Socket asker = server.accept()) {
            // Reads all there is before it closes: else the asker may see a reset and no answer.
            int _ = asker.getInputStream().read(new byte[10_000]);
            byte[] answer = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8);
            asker.getOutputStream().write(answer);
            asker.shutdownOutput();
            long _ = asker.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
