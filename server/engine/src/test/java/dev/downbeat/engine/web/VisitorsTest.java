package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.downbeat.engine.MovedClock;
import dev.downbeat.party.PartyId;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ServerMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Who came with a ticket: how long they may stay, and what they may do. */
final class VisitorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String END = "{\"name\":\"end\"}";

    private final MovedClock time = new MovedClock();
    private WebWorld world;
    private String host;
    private String party;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        world = new WebWorld(folder, WebWorld.PATIENT, time.clock());
        host = world.token(WebWorld.MILA);
        party = started(host);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String started(String token) throws IOException {
        HttpResponse<String> answer =
                world.json("POST", "/api/parties", token, "{\"name\":\"Fete\",\"mode\":\"queue\"}");
        return "/api/parties/" + body(answer).at("/playback/party").asText();
    }

    private static JsonNode body(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static void assertProblem(int status, String code, HttpResponse<String> answer)
            throws IOException {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(code, body(answer).path("code").asText(), answer::body);
    }

    private String ticket(String role, int uses) throws IOException {
        String wanted =
                "{\"role\":\"" + role + "\",\"uses\":" + uses + ",\"expires_in_seconds\":60}";
        HttpResponse<String> answer = world.json("POST", party + "/tickets", host, wanted);
        assertEquals(200, answer.statusCode(), answer::body);
        return body(answer).path("ticket").asText();
    }

    private HttpResponse<String> redeem(String ticket, String name) throws IOException {
        return world.json(
                "POST",
                "/api/tickets/redeem",
                "",
                JSON.createObjectNode().put("ticket", ticket).put("name", name).toString());
    }

    private String joined(String ticket) throws IOException {
        return body(redeem(ticket, "Visitor")).path("token").asText();
    }

    private HttpResponse<String> revoke(String token, String ticket) throws IOException {
        String body = "{\"ticket\":\"" + ticket + "\"}";
        return world.json("POST", "/api/tickets/revoke", token, body);
    }

    private void assertShutOut(String token, Line line) throws IOException {
        assertEquals(4401, line.awaitClose());
        assertProblem(401, "unauthorized", world.get(party, token));
    }

    @Test
    void aRevokedTicketEndsWhoCameWithItAndNobodyElse() throws Exception {
        String ticket = ticket("guest", 1);
        String guest = joined(ticket);
        String other = joined(ticket("guest", 1));
        Line line = Line.greeted(world, guest);

        assertEquals(1, body(revoke(host, ticket)).path("count").asInt());

        assertShutOut(guest, line);
        assertEquals(200, world.get(party, other).statusCode());
        assertEquals(200, world.get(party, host).statusCode());
    }

    @Test
    void whenEveryTicketIsRevokedEveryVisitorIsOut() throws Exception {
        String guest = joined(ticket("guest", 2));
        String second = joined(ticket("host", 2));
        Line guests = Line.greeted(world, guest);
        Line seconds = Line.greeted(world, second);
        Line hosts = Line.greeted(world, host);

        assertEquals(200, world.json("DELETE", party + "/tickets", host, "").statusCode());

        assertShutOut(guest, guests);
        assertShutOut(second, seconds);
        hosts.say(new ClientMessage.Ping(7, 1, 0, -1));
        assertEquals(7, hosts.await(ServerMessage.Pong.class).id());
    }

    @Test
    void aTokenEndsWithItsTicketsTime() throws Exception {
        String guest = joined(ticket("guest", 1));
        String second = joined(ticket("host", 1));
        Line guests = Line.greeted(world, guest);
        Line seconds = Line.greeted(world, second);

        time.move(Duration.ofSeconds(59));
        assertEquals(200, world.get(party, guest).statusCode());
        time.move(Duration.ofSeconds(1));

        assertShutOut(guest, guests);
        assertShutOut(second, seconds);
        assertEquals(200, world.get(party, host).statusCode());
    }

    @Test
    void atTheEndOfThePartyVisitorsAreToldAndLetGo() throws Exception {
        String guest = joined(ticket("guest", 2));
        String second = joined(ticket("host", 1));
        Line guests = Line.greeted(world, guest);
        Line seconds = Line.greeted(world, second);

        assertEquals(200, world.json("POST", party + "/commands", host, END).statusCode());

        guests.await(ServerMessage.PlaybackState.class, it -> it.state().equals("ended"));
        seconds.await(ServerMessage.PlaybackState.class, it -> it.state().equals("ended"));
        assertShutOut(guest, guests);
        assertShutOut(second, seconds);
        String next = started(host);
        assertFalse(next.equals(party));
        assertProblem(401, "unauthorized", world.get(next, second));
        assertProblem(401, "unauthorized", world.get("/api/parties", second));
    }

    @Test
    void aHostsTicketDrivesItsPartyAndNothingElse() throws Exception {
        String ticket = ticket("host", 1);
        String second = joined(ticket);

        HttpResponse<String> driven =
                world.json("POST", party + "/commands", second, "{\"name\":\"follow\"}");

        assertEquals(200, driven.statusCode(), driven::body);
        assertEquals(200, world.get(party, second).statusCode());
        assertProblem(403, "forbidden", world.json("POST", "/api/parties", second, "{}"));
        String more = "{\"role\":\"host\",\"uses\":1000,\"expires_in_seconds\":60}";
        assertProblem(403, "forbidden", world.json("POST", party + "/tickets", second, more));
        assertProblem(403, "forbidden", world.json("DELETE", party + "/tickets", second, ""));
        assertProblem(403, "forbidden", revoke(second, ticket));
        assertProblem(403, "forbidden", world.get(party + "/guests", second));
        assertProblem(403, "forbidden", world.json("DELETE", party + "/guests/a", second, ""));
    }

    @Test
    void aHostsTicketLeadsItsPartyAndStartsNone() throws Exception {
        String second = joined(ticket("host", 1));
        Line line = Line.greeted(world, second);
        line.say(new ClientMessage.Host(false));
        line.await(ServerMessage.PlaybackState.class, it -> it.host());

        world.json("POST", party + "/commands", host, END);
        line.await(ServerMessage.PlaybackState.class, it -> it.state().equals("ended"));

        assertEquals(4401, line.awaitClose());
        assertTrue(world.parties.hostedBy(WebWorld.MILA).isEmpty());
    }

    @Test
    void theHostRemovesOneGuest() throws Exception {
        String ticket = ticket("guest", 5);
        String unwanted = joined(ticket);
        time.move(Duration.ofMillis(1));
        String welcome = joined(ticket);
        Line line = Line.greeted(world, unwanted);
        JsonNode guests = body(world.get(party + "/guests", host)).path("guests");
        String path = party + "/guests/" + guests.get(0).path("guest").asText();

        assertProblem(403, "forbidden", world.json("DELETE", path, welcome, ""));
        assertEquals(204, world.json("DELETE", path, host, "").statusCode());

        assertEquals(2, guests.size());
        assertEquals("Visitor", guests.get(0).path("name").asText());
        assertShutOut(unwanted, line);
        assertEquals(200, world.get(party, welcome).statusCode());
        assertProblem(404, "no_guest", world.json("DELETE", path, host, ""));
    }

    @Test
    void nobodyIsTakenForTheHost() throws IOException {
        String ticket = ticket("guest", 5);

        assertProblem(409, "name_taken", redeem(ticket, "Mila"));
        assertProblem(409, "name_taken", redeem(ticket, " m\u200BILA. "));
        assertProblem(409, "name_taken", redeem(ticket, "fete"));
        assertProblem(409, "name_taken", redeem(ticket, "\u041Ci\u0301l\u0430"));
        assertEquals("Milan", body(redeem(ticket, "Milan")).path("account").asText());
        assertEquals("Guest", body(redeem(ticket, "\u202E")).path("account").asText());
        assertEquals(
                "Eve live", body(redeem(ticket, "Eve\u202E\u0007\nlive")).path("account").asText());
    }

    @Test
    void ticketsLeaveNothingBehindInTheStore() throws Exception {
        String ticket = ticket("guest", 2);
        String _ = joined(ticket);
        PartyId id = new PartyId(party.substring(party.lastIndexOf('/') + 1));

        world.json("POST", party + "/commands", host, END);

        world.await("no guest kept", () -> world.tokens.guestsOf(id).isEmpty());
        world.await("no ticket kept", () -> world.tickets.partyOf(ticket).isEmpty());
        assertProblem(404, "unknown_code", redeem(ticket, "Late"));
    }
}
