package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

final class HostileRestTest extends WebTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"text\"",
                "{\"name\":1}",
                "{\"name\":NaN}",
                "{\"position_ms\":1e400}",
                "{\"position_ms\":1.5}",
                "{\"position_ms\":\"1\"}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"pause\"} trailing",
                "{\"name\":\"\uD800\"",
                "{\"position_ms\":99999999999999999999999999999999999999999999999999}"
            })
    void whatIsNotTheJsonExpectedIsRefused(String body) throws IOException {
        assertProblem(400, "bad_json", world.json("POST", party() + "/commands", token, body));
    }

    @Test
    void deepNestingAndBadTextAreRefused() throws IOException {
        String path = party() + "/commands";
        HttpRequest badText =
                world.request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                        .build();

        assertProblem(400, "bad_json", world.json("POST", path, token, "[".repeat(30_000)));
        assertProblem(400, "bad_json", world.send(badText));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 20_000})
    void aFieldWithAnEndlessNameIsRefused(int length) throws IOException {
        String body = "{\"name\":\"pause\",\"" + "x".repeat(length) + "\":1}";

        assertProblem(400, "bad_json", world.json("POST", party() + "/commands", token, body));
    }

    @Test
    void whatIsTooLargeIsCalledTooLarge() throws IOException {
        String path = party() + "/commands";
        String large = "x".repeat(2_000_000);
        HttpRequest multipart =
                world.request(path, token)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "--b\r\n\r\n" + large + "\r\n--b--"))
                        .build();
        HttpRequest chunked =
                world.request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.fromPublisher(
                                        HttpRequest.BodyPublishers.ofString(large)))
                        .build();

        assertProblem(413, "too_large", world.json("POST", path, token, large));
        assertProblem(413, "too_large", world.send(multipart));
        assertProblem(413, "too_large", world.send(chunked));
    }

    @Test
    void hiddenCharactersGoNoFurther() throws IOException {
        String other = world.token(WebWorld.OTHER);
        String name = "{\"name\":\"the \u202Eparty\u0007\",\"mode\":\"queue\"}";
        String party =
                "/api/parties/"
                        + body(world.json("POST", "/api/parties", other, escaped(name)))
                                .at("/playback/party")
                                .asText();

        HttpResponse<String> added =
                world.json("POST", party + "/queue", other, escaped("{\"query\":\"a\u202Eb\"}"));
        HttpResponse<String> nothing =
                world.json("POST", party + "/queue", other, escaped("{\"query\":\"\u202E\"}"));

        JsonNode playback = body(world.get(party, other)).path("playback");
        assertEquals("the party", playback.path("name").asText());
        assertEquals("ab", playback.at("/track/title").asText());
        assertFalse(body(added).path("text").asText().contains("\u202E"), added::body);
        assertProblem(400, "bad_request", nothing);
    }

    private static String escaped(String json) {
        return json.replace("\u202E", "\\u202E").replace("\u0007", "\\u0007");
    }

    @Test
    void anotherContentTypeIsNotGuessedAt() throws IOException {
        HttpRequest text =
                world.request(party() + "/commands", token)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"pause\"}"))
                        .build();

        assertProblem(415, "unsupported_type", world.send(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/api",
                "/api/parties/a/b/c",
                "/..%2f..%2fetc/passwd",
                "/api/uploads/..%2f..%2fx",
                "/%00",
                "/api/parties/%2e%2e",
                "/con",
                "//evil.example/"
            })
    void whatIsNotThereIsAProblemAndNoPage(String path) throws IOException {
        HttpResponse<String> answer = world.get(path, token);

        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer::toString);
        assertFalse(answer.body().contains("root:"), answer::body);
        assertFalse(answer.body().contains("at dev."), answer::body);
    }

    @Test
    void theWrongMethodIsNamed() throws IOException {
        assertProblem(405, "method_not_allowed", world.json("PUT", "/api/parties", token, "{}"));
    }

    @Test
    void guessingEndsAfterTenTriesWhateverHeaderIsSent(@TempDir Path folder) throws IOException {
        try (WebWorld guessed = new WebWorld(folder, WebWorld.PATIENT)) {
            Set<String> answers = new TreeSet<>();
            for (int i = 0; i < 10; i++) {
                answers.add(guess(guessed, i).body());
            }

            HttpResponse<String> last = guess(guessed, 11);

            assertEquals(1, answers.size());
            assertProblem(429, "too_many", last);
            long wait = last.headers().firstValueAsLong("Retry-After").orElse(0);
            assertTrue(wait > 3 && wait <= 6, () -> "Retry-After: " + wait);
        }
    }

    private static HttpResponse<String> guess(WebWorld world, int i) throws IOException {
        return world.send(
                world.request("/api/pair", "")
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", "198.51.100." + i)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"code\":\"ABCD234" + i + "\"}"))
                        .build());
    }
}
