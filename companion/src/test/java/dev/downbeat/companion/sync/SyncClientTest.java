package dev.downbeat.companion.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.fake.SyncServer;
import dev.downbeat.companion.sync.SyncEvents.Ending;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ClientMessage.Ping;
import dev.downbeat.protocol.ClientMessage.Report;
import dev.downbeat.protocol.ClockOffset;
import dev.downbeat.protocol.CloseCode;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.WireTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

@Timeout(60)
class SyncClientTest extends SyncTest {
    @Test
    void theClockIsMeasuredByTheFirstPingsAndToldInTheNext() throws Exception {
        client.start();

        Ping first = server.await(Ping.class);
        assertFalse(first.measured());
        Ping last = server.await(Ping.class, ping -> ping.id() == ClockOffset.PROBES_AT_JOIN + 1);

        assertTrue(last.measured());
        assertEquals(SyncServer.AHEAD_MS, last.offset(), last.rtt() / 2 + 1);
    }

    @Test
    void aLostLineIsTakenUpAgainAndSequencesStartAnew() throws Exception {
        client.start();
        server.await(ClientMessage.Host.class);
        client.send(report());
        assertEquals(1, server.await(Report.class).seq());
        client.send(report());
        assertEquals(2, server.await(Report.class).seq());

        server.cut();
        server.await(ClientMessage.Hello.class);
        server.await(ClientMessage.Host.class);
        client.send(report());

        assertEquals(1, server.await(Report.class).seq());
        assertFalse(offline.isEmpty());
    }

    private static Report report() {
        return new Report(0, 0, WireTrack.UNKNOWN, "playing", 0, true, 1, "");
    }

    @Test
    void aServerThatStartsAnewIsFoundAgain() throws Exception {
        client.start();
        server.await(ClientMessage.Host.class);
        int port = server.port();
        server.close();
        assertTrue(offline.poll(20, TimeUnit.SECONDS) != null);

        server = SyncServer.start(port);

        server.await(ClientMessage.Host.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SUPERSEDED, SUPERSEDED",
        "REVOKED, UNLINKED",
        "UNKNOWN_PROTOCOL, OUTDATED",
    })
    void aLastWordIsALastWord(CloseCode code, Ending expected) throws Exception {
        client.start();
        server.awaitConnection();
        server.await(ClientMessage.Host.class);

        server.say(new ServerMessage.Superseded("another"));
        server.closeSocket(code.code());

        assertEquals(expected, ending());
        assertFalse(server.comesAgainWithin(300));
    }

    @ParameterizedTest
    @CsvSource({"401 Unauthorized", "410 Gone"})
    void aRefusedTokenIsNotTriedAgain(String answer) throws Exception {
        server.refuseNext(answer);
        client.start();

        assertEquals(Ending.UNLINKED, ending());
    }

    @Test
    void aBusyServerIsAskedAgainAfterItsTime() throws Exception {
        server.refuseNext("503 Service Unavailable\r\nRetry-After: 1");
        long began = System.nanoTime();
        client.start();

        server.await(ClientMessage.Host.class);

        assertEquals("HTTP 503", offline.poll(1, TimeUnit.SECONDS));
        assertTrue(System.nanoTime() - began >= TimeUnit.SECONDS.toNanos(1));
    }

    private void flood() {
        try {
            for (int i = 0; i < 5_000; i++) {
                server.say(new ServerMessage.Trouble("flood", "Much."));
            }
        } catch (UncheckedIOException _) {
            // The companion hung up.
        }
    }

    @Test
    void aServerThatFloodsIsLeftAndTriedAgain() throws Exception {
        client.start();
        server.await(ClientMessage.Host.class);

        flood();

        assertEquals("it sends too much", offline.poll(20, TimeUnit.SECONDS));
        assertTrue(heard.size() <= FrameAllowance.AT_ONCE + 100, () -> heard.size() + " heard");
        server.await(ClientMessage.Host.class);
    }

    @Test
    void leavingIsSaidAndNotTakenBack() throws Exception {
        client.start();
        server.awaitConnection();
        server.await(ClientMessage.Host.class);

        client.close();

        ClientMessage.Bye _ = server.await(ClientMessage.Bye.class);
        assertEquals(Ending.LEFT, ending());
        assertFalse(server.comesAgainWithin(300));
    }

    @Test
    void leavingWithoutAServerEndsToo() throws Exception {
        server.close();
        client.start();
        assertTrue(offline.poll(20, TimeUnit.SECONDS) != null);

        client.close();

        assertEquals(Ending.LEFT, ending());
    }

    @Test
    void theTokenIsNotInTheRecordOfWhatWasSent() throws Exception {
        client.start();
        server.await(ClientMessage.Host.class);

        StringBuilder record = new StringBuilder();
        new SentLog(folder, () -> Instant.EPOCH).read(record::append);

        assertTrue(record.toString().contains("\"type\":\"host\""), record.toString());
        assertFalse(record.toString().contains(SyncServer.TOKEN));
    }
}
