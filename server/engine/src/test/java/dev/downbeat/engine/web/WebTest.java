package dev.downbeat.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** Tests that share one running web, in which Mila has a token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set by open
abstract class WebTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    protected WebWorld world;
    protected String token;

    @BeforeAll
    final void open(@TempDir Path folder) {
        world = new WebWorld(folder, WebWorld.PATIENT);
        token = world.token(WebWorld.MILA);
    }

    @AfterAll
    final void close() {
        world.close();
    }

    static JsonNode body(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
