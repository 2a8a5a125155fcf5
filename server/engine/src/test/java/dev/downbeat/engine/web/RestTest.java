package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;

final class RestTest extends WebTest {
    private String party() throws IOException {
        HttpResponse<String> answer =
                world.json("POST", "/api/parties", token, "{\"mode\":\"queue\"}");
        assertEquals(200, answer.statusCode(), answer::body);
        return "/api/parties/" + body(answer).at("/playback/party").asText();
    }

    private void assertProblem(int status, String code, HttpResponse<String> answer)
            throws IOException {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
        assertEquals(code, body(answer).path("code").asText());
        assertFalse(answer.body().contains("java."), answer::body);
    }

    @Test
    void everyRouteIsDocumentedAndEveryDocumentedRouteIsThere() throws IOException {
        JsonNode paths = body(world.get("/openapi.json", "")).path("paths");
        Set<String> documented = new TreeSet<>();
        paths.properties()
                .forEach(path ->
                        path.getValue()
                                .fieldNames()
                                .forEachRemaining(it ->
                                        documented.add(
                                                it.toUpperCase(java.util.Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));
        Set<String> served = new TreeSet<>();
        world.server
                .javalin()
                .unsafe
                .internalRouter
                .allHttpHandlers()
                .forEach(it -> served.add(it.endpoint.method + " " + it.endpoint.path));
        served.removeIf(it -> it.startsWith("BEFORE") || it.startsWith("WEBSOCKET"));

        assertEquals(served, documented);
        assertTrue(documented.contains("GET /api/sync"));
    }

    @Test
    void aCodeIsGoodOnceWhateverItsCase() throws IOException {
        String code = world.pairing.issue(WebWorld.OTHER, "Other");
        String body = "{\"code\":\" " + code.toLowerCase(java.util.Locale.ROOT) + "\"}";

        HttpResponse<String> first = world.json("POST", "/api/pair", "", body);
        HttpResponse<String> second = world.json("POST", "/api/pair", "", body);

        assertEquals("Other", body(first).path("account").asText());
        assertEquals(
                200,
                world.get("/api/now-playing", body(first).path("token").asText()).statusCode());
        assertProblem(404, "unknown_code", second);
    }

    @Test
    void withoutATokenNothingIsTold() throws IOException {
        assertProblem(401, "unauthorized", world.get("/api/parties", ""));
        assertProblem(401, "unauthorized", world.get("/api/parties", "x".repeat(43)));
        assertProblem(401, "unauthorized", world.get("/api/sync", ""));
    }

    @Test
    void aPartyIsDrivenByCommands() throws IOException {
        String party = party();

        HttpResponse<String> added =
                world.json("POST", party + "/queue", token, "{\"query\":\"first\"}");
        HttpResponse<String> paused =
                world.json("POST", party + "/commands", token, "{\"name\":\"pause\"}");

        assertEquals("done", body(added).path("state").asText(), added::body);
        assertEquals("paused", body(paused).path("code").asText(), paused::body);
        assertEquals("paused", body(world.get(party, token)).at("/playback/state").asText());
        assertEquals(
                "jukebox",
                body(world.get("/api/now-playing?source=jukebox", token))
                        .at("/playing/0/source")
                        .asText());
        assertEquals(
                0,
                body(world.get("/api/now-playing?source=spotify", token)).path("playing").size());
    }

    @Test
    void aRepeatedCommandIsDoneOnce() throws IOException {
        String party = party();
        HttpRequest add =
                world.request(party + "/queue", token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "once-only")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"the only one\"}"))
                        .build();

        HttpResponse<String> first = world.send(add);
        HttpResponse<String> second = world.send(add);

        assertEquals(first.body(), second.body());
        long times =
                body(world.get(party + "/queue", token))
                        .at("/page/items")
                        .findValuesAsText("title")
                        .stream()
                        .filter("the only one"::equals)
                        .count();
        String playing = body(world.get(party, token)).at("/playback/track/title").asText();
        assertEquals(1, times + (playing.equals("the only one") ? 1 : 0));
    }

    @Test
    void theQueueIsChangedItemByItem() throws IOException {
        String party = party();
        for (String title : new String[] {"one", "two", "three"}) {
            world.json("POST", party + "/queue", token, "{\"query\":\"" + title + "\"}");
        }
        JsonNode items = body(world.get(party + "/queue", token)).at("/page/items");
        long last = items.get(items.size() - 1).path("item").asLong();

        HttpResponse<String> moved =
                world.json("PATCH", party + "/queue/" + last, token, "{\"index\":0}");
        JsonNode after = body(world.get(party + "/queue?count=1", token)).at("/page/items");
        HttpResponse<String> gone = world.json("DELETE", party + "/queue/" + last, token, "");

        assertEquals("moved", body(moved).path("code").asText(), moved::body);
        assertEquals(last, after.get(0).path("item").asLong());
        assertEquals(1, after.size());
        assertEquals("removed", body(gone).path("code").asText());
        assertProblem(
                409, "no_such_item", world.json("DELETE", party + "/queue/" + last, token, ""));
    }

    @Test
    void aPartyIsThereForItsOwnPeopleOnly() throws IOException {
        String party = party();
        String stranger = world.token(WebWorld.OTHER);

        assertProblem(404, "no_party", world.get(party, stranger));
        assertProblem(404, "no_party", world.get("/api/parties/none", stranger));
        assertProblem(
                404, "no_party", world.json("POST", party + "/tickets", stranger, "{\"uses\":1}"));
    }

    @Test
    void aTicketSeatsAsManyGuestsAsItSays() throws IOException {
        String party = party();
        String ticket = ticket(party, "{\"uses\":1,\"expires_in_seconds\":60}");

        HttpResponse<String> joined = redeem(ticket);
        HttpResponse<String> late = redeem(ticket);

        String guest = body(joined).path("token").asText();
        assertEquals(200, world.get(party, guest).statusCode());
        assertProblem(
                403,
                "only_host",
                world.json("POST", party + "/commands", guest, "{\"name\":\"end\"}"));
        assertProblem(403, "forbidden", world.json("POST", party + "/tickets", guest, "{}"));
        assertProblem(404, "unknown_code", late);
    }

    private String ticket(String party, String body) throws IOException {
        return body(world.json("POST", party + "/tickets", token, body)).path("ticket").asText();
    }

    private HttpResponse<String> redeem(String ticket) throws IOException {
        return world.json("POST", "/api/tickets/redeem", "", "{\"ticket\":\"" + ticket + "\"}");
    }

    @Test
    void aRevokedTicketIsLikeNone() throws IOException {
        String ticket = ticket(party(), "{\"uses\":5,\"expires_in_seconds\":60}");

        String body = "{\"ticket\":\"" + ticket + "\"}";
        assertEquals(200, world.json("POST", "/api/tickets/revoke", token, body).statusCode());
        HttpResponse<String> after = redeem(ticket);

        assertProblem(404, "unknown_code", after);
    }

    @Test
    void aTokenGivenBackIsWorthNothing() throws IOException {
        String mine = world.token(WebWorld.OTHER);

        assertEquals(204, world.json("DELETE", "/api/token", mine, "").statusCode());
        assertProblem(401, "unauthorized", world.get("/api/parties", mine));
    }

    @Test
    void healthAndMetricsAreThereForMachines() throws IOException {
        JsonNode health = body(world.get("/health", ""));

        assertTrue(health.path("ready").asBoolean());
        assertTrue(health.at("/database/well").asBoolean());
        String metrics = world.get("/metrics", "").body();
        assertTrue(metrics.contains("downbeat_http_seconds_count{"));
        assertFalse(metrics.lines().anyMatch(line -> line.matches("# HELP \\S+ *")), metrics);
    }

    @Test
    void aProblemSpeaksTheCallersLanguage() throws IOException {
        HttpResponse<String> russian =
                world.send(
                        world.request("/api/parties", "")
                                .header("Accept-Language", "ru-RU,ru;q=0.9,en;q=0.5")
                                .build());

        assertEquals(
                "Нужен действующий токен: привяжите заново.", body(russian).path("title").asText());
    }

    @Test
    void everyAnswerForbidsWhatAnApiNeverNeeds() throws IOException {
        var headers = world.get("/health", "").headers();

        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("no-store", headers.firstValue("Cache-Control").orElse(""));
        assertFalse(headers.firstValue("Server").isPresent());
    }

    @Test
    void aPieceNobodyAskedForIsNotWanted() throws IOException {
        HttpRequest piece =
                world.request("/api/uploads/none", token)
                        .header("Content-Range", "bytes 0-3/4")
                        .PUT(HttpRequest.BodyPublishers.ofString("abcd"))
                        .build();

        assertProblem(410, "no_longer_wanted", world.send(piece));
    }
}
