package dev.downbeat.companion.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.fake.WebSocketLine;
import dev.downbeat.companion.sync.SyncEvents.Ending;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ClientMessage.Ping;
import dev.downbeat.protocol.ClockOffset;
import dev.downbeat.protocol.CloseCode;
import dev.downbeat.protocol.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How the companion ends a line: after its own goodbye, and when a server talks nonsense. */
class HangUpTest extends SyncTest {
    @Test
    void afterGoodbyeNothingMoreGoesOutToAServerThatDoesNotAnswerIt() throws Exception {
        client.start();
        server.await(Ping.class, ping -> ping.id() == ClockOffset.PROBES_AT_JOIN);
        server.line().ignoreCloses();

        client.close();

        assertEquals(Ending.LEFT, ending());
        List<String> record = new ArrayList<>();
        new SentLog(folder, () -> Instant.EPOCH).read(record::add);
        assertTrue(record.getLast().contains("\"bye\""), record::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"nonsense\"}", "no message"})
    void whatIsNoMessageIsAnsweredWithACloseThatSaysSo(String text) throws Exception {
        client.start();
        server.await(ClientMessage.Host.class);

        WebSocketLine line = server.line();
        line.write(text);

        assertEquals(CloseCode.BAD_MESSAGE.code(), line.awaitClose());
        server.await(ClientMessage.Host.class);
    }

    @Test
    void aMessageThatIsTooLongIsABadOne() throws Exception {
        client.start();
        server.await(ClientMessage.Host.class);

        WebSocketLine line = server.line();
        line.write("x".repeat(Wire.MAX_MESSAGE_LENGTH + 1));

        assertEquals(CloseCode.BAD_MESSAGE.code(), line.awaitClose());
    }
}
