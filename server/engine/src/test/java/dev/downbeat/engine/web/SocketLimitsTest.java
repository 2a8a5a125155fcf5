package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.accounts.Ticket;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.Mode;
import dev.downbeat.party.SeatId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one account, or one offer of a client, may cost. */
final class SocketLimitsTest extends SomebodyElse {
    private static final int MOST = 8;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
                "Sec-WebSocket-Extensions: identity, @fragment",
                "Sec-WebSocket-Protocol: chat, superchat"
            })
    void anOfferedExtensionOrSubprotocolIsNotAnswered(String offer) throws IOException {
        RawHttp.Answer answer =
                RawHttp.upgrade(
                        world.server.port(), Routes.SYNC, "Authorization: Bearer " + token, offer);

        assertEquals(101, answer.status(), answer::toString);
        String name = offer.substring(0, offer.indexOf(':')).toLowerCase(Locale.ROOT);
        assertFalse(answer.head().toLowerCase(Locale.ROOT).contains(name), answer::toString);
    }

    @Test
    void theNinthSocketOfASeatIsRefusedUntilOneWent() throws IOException {
        List<Line> open = lines(token);
        String another = world.token(seat);

        RawHttp.Answer ninth = upgrade(another);
        assertEquals(429, ninth.status(), ninth::toString);
        assertTrue(ninth.isProblem("too_many_sockets"), ninth::toString);
        assertTrue(ninth.head().contains("Retry-After"), ninth::toString);

        WebSocket _ = open.getFirst().socket().sendClose(1000, "").join();
        int _ = open.getFirst().awaitClose();
        world.await("a free place", () -> world.companions.connected() < MOST);
        assertEquals(101, upgrade(another).status());
        closeAll(open);
    }

    @Test
    void whoCameWithATicketTakesNoPlaceOfTheHosts() throws IOException {
        PartyHost party = world.parties.start(seat, "Fete", Mode.QUEUE);
        SeatId host = party.view().host();
        String secret = world.tickets.issue(party.id(), Ticket.Role.HOST, 1, Duration.ofHours(1));
        Ticket ticket = world.tickets.redeem(secret).orElseThrow();
        String visitor = world.tickets.admit(secret, ticket, host, "Eve").orElseThrow();

        List<Line> open = lines(visitor);

        assertEquals(429, upgrade(visitor).status());
        assertEquals(101, upgrade(token).status());
        closeAll(open);
    }

    private RawHttp.Answer upgrade(String who) throws IOException {
        return RawHttp.upgrade(world.server.port(), Routes.SYNC, "Authorization: Bearer " + who);
    }

    /** As many as may be open; others' lines of this class are gone before. */
    private List<Line> lines(String who) {
        world.await("nobody else", () -> world.companions.connected() == 0);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            lines.add(new Line(world, who));
        }
        world.await("all counted", () -> world.companions.connected() == MOST);
        return lines;
    }

    private static void closeAll(List<Line> lines) {
        lines.forEach(line -> line.socket().abort());
    }
}
