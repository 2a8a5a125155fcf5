package dev.downbeat.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server without Discord, with a library folder that is not there. */
class WelcomeTest {
    @Test
    void itStartsAndSaysWhereItListensWhatItServesAndWhatIsMissing(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path lost = folder.resolve("lost");
        Settings settings =
                Settings.read(
                        Map.of(
                                "http.port", 0,
                                "data.dir", folder.resolve("data").toString(),
                                "library.folders", List.of(lost.toString())),
                        Map.of());

        try (Downbeat downbeat = Downbeat.start(settings, DiscordSockets.usual());
                HttpClient http = HttpClient.newHttpClient()) {
            String lines = String.join("\n", downbeat.welcome());
            HttpResponse<String> health =
                    http.send(
                            HttpRequest.newBuilder(URI.create(downbeat.address() + "/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertTrue(downbeat.httpPort() > 0);
            assertTrue(lines.contains("http://127.0.0.1:" + downbeat.httpPort()), lines);
            assertTrue(lines.contains("only web parties are served"), lines);
            assertTrue(lines.contains("The library folder " + lost + " cannot be read"), lines);
            assertEquals(200, health.statusCode());
            assertTrue(health.body().contains("library folder lost cannot be read"), health::body);
            assertFalse(health.body().contains(lost.toString()), health::body);
        }
    }
}
