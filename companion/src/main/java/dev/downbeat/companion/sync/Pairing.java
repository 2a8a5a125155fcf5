package dev.downbeat.companion.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.downbeat.companion.home.Link;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Changes a code from Discord into a link. */
public final class Pairing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http;
    private final SentLog sent;

    /** What came of it. */
    public sealed interface Outcome {
        record Linked(Link link) implements Outcome {}

        /** Wrong, used or too old. */
        record WrongCode() implements Outcome {}

        record TooManyTries() implements Outcome {}

        /** Nobody there, or no Downbeat server. */
        record NoServer(String why) implements Outcome {}

        /** Somebody is there who does not speak HTTPS. */
        record NoHttps() implements Outcome {}
    }

    public Pairing(HttpClient http, SentLog sent) {
        this.http = http;
        this.sent = sent;
    }

    /**
     * @throws NotRecorded when the code was not sent, because that could not be recorded
     */
    public Outcome pair(ServerAddress server, String code)
            throws InterruptedException, NotRecorded {
        String body = JSON.createObjectNode().put("code", code).toString();
        sent.sent("POST " + server.pair() + " " + body);
        HttpRequest request =
                HttpRequest.newBuilder(server.pair())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return outcome(server, WholeAnswer.of(http, request, PATIENCE));
        } catch (SSLHandshakeException e) {
            // HTTPS it is, but not for us: its certificate, for example.
            return new Outcome.NoServer(e.getClass().getSimpleName());
        } catch (SSLException _) {
            return new Outcome.NoHttps();
        } catch (IOException e) {
            return new Outcome.NoServer(e.getClass().getSimpleName());
        }
    }

    private static Outcome outcome(ServerAddress server, HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200, 201 -> linked(server, response.body());
            case 400, 404, 410, 422 -> new Outcome.WrongCode();
            case 429 -> new Outcome.TooManyTries();
            default -> new Outcome.NoServer("HTTP " + response.statusCode());
        };
    }

    private static Outcome linked(ServerAddress server, String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            String token = answer.path("token").asText();
            if (!token.matches("[\\x21-\\x7e]{16,512}")) {
                return new Outcome.NoServer("no token");
            }
            return new Outcome.Linked(
                    new Link(
                            server.root(),
                            token,
                            answer.path("seat").asText(),
                            answer.path("account").asText()));
        } catch (JsonProcessingException _) {
            return new Outcome.NoServer("no JSON");
        }
    }
}
