package dev.downbeat.localdiscord;

import com.fasterxml.jackson.databind.JsonNode;

import dev.downbeat.localdiscord.world.Json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;

/** Plain HTTP calls, as a client of any language makes them. */
final class Http implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;
    private final String token;

    Http(String root, String token) {
        this.root = root;
        this.token = token;
    }

    HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path))
                        .method(method, BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bot " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(root + path)).build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body())
                .orElseThrow(() -> new AssertionError("Not JSON: " + answer.body()));
    }

    static int code(HttpResponse<String> answer) {
        return json(answer).path("code").asInt(-1);
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name.toLowerCase(Locale.ROOT)).orElse("");
    }

    @Override
    public void close() {
        client.close();
    }
}
