package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.http.HttpResponse;

/** Who asks wrongly is told what would be right, in the answer and in the document. */
final class AskedTest extends SomebodyElse {
    private static final ObjectMapper JSON = new ObjectMapper();

    private String party() throws IOException {
        HttpResponse<String> answer =
                world.json("POST", "/api/parties", token, "{\"mode\":\"queue\"}");
        return "/api/parties/" + body(answer).at("/playback/party").asText();
    }

    private static JsonNode body(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static void assertBad(String words, HttpResponse<String> answer) throws IOException {
        assertEquals(400, answer.statusCode(), answer::body);
        assertEquals("bad_request", body(answer).path("code").asText(), answer::body);
        assertTrue(body(answer).path("title").asText().contains(words), answer::body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/tickets|{'role':'king'}|role is one of guest, host.",
                "/tickets|{'uses':1}|expires_in_seconds is 1 to 2592000.",
                "/tickets|{'uses':0,'expires_in_seconds':1}|uses is 1 to 1000.",
                "/commands|{}|name is needed: one of play, pause, seek,",
                "/commands|{'name':'bogus'}|name is one of play, pause, seek,",
                "/commands|{'name':'seek'}|seek needs position_ms",
                "/commands|{'name':'seek','position_ms':-5}|position_ms is 0 or more.",
                "/queue|{}|query is needed: 1 to 2000 characters.",
            })
    void whatIsWrongIsNamedWithWhatItMayBe(String path, String body, String words)
            throws IOException {
        assertBad(words, world.json("POST", party() + path, token, body.replace('\'', '"')));
    }

    @Test
    void aPlaceInTheQueueIsNamedWithItsRange() throws IOException {
        String queue = party() + "/queue";

        assertBad("index is 0 or more", world.json("PATCH", queue + "/3", token, "{\"index\":-3}"));
        assertBad("index is needed", world.json("PATCH", queue + "/3", token, "{}"));
        assertBad("from is 0 or more", world.get(queue + "?from=-1", token));
        assertBad("count is 1 to 100", world.get(queue + "?count=0", token));
        assertBad("count is 1 to 100", world.get(queue + "?count=x", token));
    }

    @Test
    void pairingWithoutACodeIsNoWrongGuess() throws IOException {
        assertBad("code is needed", world.json("POST", "/api/pair", "", "{}"));
    }

    @Test
    void aSecondPartyOfAnotherKindIsNotPassedOffAsTheFirst() throws IOException {
        String party = party();

        assertEquals(party, party(), "the same again is the same party");
        assertEquals(200, world.json("POST", "/api/parties", token, "{}").statusCode());
        for (String other : new String[] {"{\"mode\":\"follow\"}", "{\"name\":\"Else\"}"}) {
            HttpResponse<String> refused = world.json("POST", "/api/parties", token, other);
            assertEquals(409, refused.statusCode(), refused::body);
            assertEquals("party_runs", body(refused).path("code").asText());
        }
    }

    @Test
    void theDocumentTellsNamesRangesAndWhatIsNeeded() throws IOException {
        JsonNode document = body(world.get("/openapi.json", ""));
        JsonNode schemas = document.at("/components/schemas");

        JsonNode command = schemas.path("PartyCommand");
        assertTrue(command.at("/properties/name/enum").toString().contains("\"end\""));
        assertEquals("[\"name\"]", command.path("required").toString());
        assertEquals(0, command.at("/properties/position_ms/minimum").asInt(-1));
        assertEquals(
                "[\"follow\",\"queue\"]",
                schemas.at("/StartParty/properties/mode/enum").toString());
        assertEquals(
                "[\"guest\",\"host\"]", schemas.at("/NewTicket/properties/role/enum").toString());
        assertEquals(1000, schemas.at("/NewTicket/properties/uses/maximum").asInt());
        JsonNode parameters = document.at("/paths/~1api~1parties~1{party}~1queue/get/parameters");
        assertEquals(100, parameters.get(2).at("/schema/maximum").asInt(), parameters::toString);
    }
}
