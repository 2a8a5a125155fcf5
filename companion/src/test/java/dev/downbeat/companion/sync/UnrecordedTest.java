package dev.downbeat.companion.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.downbeat.companion.sync.SyncEvents.Ending;
import dev.downbeat.protocol.ClientMessage;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;

/** Nothing goes out that could not be recorded. */
class UnrecordedTest extends SyncTest {
    @Test
    void whatCannotBeRecordedIsNotSent() throws Exception {
        Files.createDirectory(folder.resolve("sent.log"));

        client.start();

        assertEquals(Ending.UNRECORDED, ending());
        assertEquals("", server.everything());
    }

    @Test
    void aRecordThatBreaksEndsTheConnection() throws Exception {
        client.start();
        server.awaitConnection();
        server.await(ClientMessage.Host.class);
        Files.delete(folder.resolve("sent.log"));
        Files.createDirectory(folder.resolve("sent.log"));

        client.send(new ClientMessage.Host(true));

        assertEquals(Ending.UNRECORDED, ending());
        assertFalse(server.everything().contains("\"uploads\":true"));
        assertFalse(server.comesAgainWithin(300));
    }
}
