package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.Mode;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.WireChange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** One idempotency key stands for one wish, by whichever way it comes. */
final class KeysTest {
    private WebWorld world;
    private String token;
    private PartyHost party;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new WebWorld(folder, WebWorld.PATIENT);
        token = world.token(WebWorld.MILA);
        party = world.parties.start(WebWorld.MILA, "party", Mode.QUEUE);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private HttpResponse<String> add(String key, String body) throws IOException {
        return world.send(
                world.request("/api/parties/" + party.id().value() + "/queue", token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static void assertReused(HttpResponse<String> answer) {
        assertEquals(422, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("\"key_reused\""), answer::body);
    }

    private ServerMessage.RequestUpdate said(String key, String query) throws Exception {
        Line line = Line.greeted(world, token);
        line.say(new ClientMessage.PlaylistChange(key, new WireChange("add", query, 0, 0)));
        return line.await(ServerMessage.RequestUpdate.class);
    }

    @Test
    void anotherWishUnderAUsedKeyIsRefusedAndNotDone() throws Exception {
        HttpResponse<String> first = add("key", "{\"query\":\"one\"}");
        HttpResponse<String> other = add("key", "{\"query\":\"two\"}");
        HttpResponse<String> same = add("key", "{ \"query\" : \"one\" }");

        assertEquals(200, first.statusCode(), first::body);
        assertReused(other);
        assertEquals(first.body(), same.body());
        assertEquals(0, party.view().queue().size());
    }

    @Test
    void aKeyOfTheSocketIsTheSameKeyByRest() throws Exception {
        ServerMessage.RequestUpdate first = said("key", "one");
        ServerMessage.RequestUpdate other = said("key", "two");
        ServerMessage.RequestUpdate same = said("key", "one");

        assertEquals("done", first.state());
        assertEquals("refused", other.state());
        assertEquals("key_reused", other.code());
        assertEquals(first, same);
        assertReused(add("key", "{\"query\":\"two\"}"));
    }

    @Test
    void whatOneDoesWithAKeyIsNoBusinessOfAnother() throws Exception {
        String other = world.token(WebWorld.OTHER);
        PartyHost others = world.parties.start(WebWorld.OTHER, "another", Mode.QUEUE);
        String path = "/api/parties/" + others.id().value() + "/queue";

        assertEquals(200, add("key", "{\"query\":\"one\"}").statusCode());
        HttpRequest second =
                world.request(path, other)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "key")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"two\"}"))
                        .build();

        assertEquals(200, world.send(second).statusCode());
    }

    @Test
    void whoReadsTheDocumentKnowsIt() throws IOException {
        JsonNode paths =
                new ObjectMapper().readTree(world.get("/openapi.json", "").body()).path("paths");

        JsonNode add = paths.path("/api/parties/{party}/queue").path("post").path("responses");
        JsonNode redeem = paths.path("/api/tickets/redeem").path("post");

        assertTrue(add.has("422") && add.has("408"), add::toString);
        assertTrue(redeem.path("responses").has("409"), redeem::toString);
        assertTrue(redeem.path("summary").asText().contains("expires_at"), redeem::toString);
    }
}
