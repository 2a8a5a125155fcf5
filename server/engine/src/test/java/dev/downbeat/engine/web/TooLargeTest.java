package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Bodies that nobody wants are refused before they are sent. */
final class TooLargeTest extends WebTest {
    @ParameterizedTest
    @CsvSource({
        "413, too_large, POST /api/pair, nobody",
        "413, too_large, POST /api/tickets/redeem, nobody",
        "413, too_large, GET /health, nobody",
        "401, unauthorized, PUT /api/uploads/a, nobody",
        "401, unauthorized, POST /api/parties, nobody",
        "404, not_found, POST /api/nothing, nobody",
        "405, method_not_allowed, PUT /api/parties, nobody",
        "413, too_large, PUT /api/uploads/a, Mila",
        "413, too_large, POST /api/parties, Mila",
        "413, too_large, DELETE /api/token, Mila",
    })
    void theAnswerDoesNotWaitForTheBody(int status, String code, String what, String who)
            throws IOException {
        String[] head = {
            what + " HTTP/1.1",
            "Host: a",
            "Content-Type: application/json",
            "Content-Length: 5000000",
            "Authorization: Bearer " + (who.equals("Mila") ? token : "none"),
        };
        String[] asking = java.util.Arrays.copyOf(head, head.length + 1);
        asking[head.length] = "Expect: 100-continue";

        for (String[] request : new String[][] {head, asking}) {
            RawHttp.Answer answer = RawHttp.ask(world.server.port(), request);
            assertEquals(status, answer.status(), answer::toString);
            assertTrue(answer.isProblem(code), answer::toString);
        }
    }

    @Test
    void aPieceOfNobodysUploadTakesNoPlaceWhileItIsSent() throws IOException {
        String[] begun = {
            "PUT /api/uploads/none HTTP/1.1",
            "Host: a",
            "Content-Range: bytes 0-49999/50000",
            "Content-Length: 50000",
            "Authorization: Bearer " + token,
        };

        RawHttp.Answer answer = RawHttp.ask(world.server.port(), begun);

        assertEquals(410, answer.status(), answer::toString);
    }

    @Test
    void whoSendsFiveMegabytesStillHearsWhyNot() throws IOException {
        for (int i = 0; i < 5; i++) {
            HttpRequest put =
                    world.request("/api/uploads/none", "")
                            .header("Content-Range", "bytes 0-4999999/5000000")
                            .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[5_000_000]))
                            .build();

            HttpResponse<String> answer = world.send(put);

            assertEquals(401, answer.statusCode());
            assertTrue(answer.body().contains("unauthorized"), answer::body);
        }
    }

    @Test
    void aSmallRefusedBodyDoesNotCostTheConnection() throws IOException {
        HttpResponse<String> answer = world.json("POST", "/api/parties", "", "{}");

        assertEquals(401, answer.statusCode());
        assertTrue(answer.headers().firstValue("Connection").isEmpty());
    }
}
