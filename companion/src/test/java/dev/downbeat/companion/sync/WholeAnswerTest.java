package dev.downbeat.companion.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

@Timeout(60)
class WholeAnswerTest {
    private final CompletableFuture<String> hungUp = new CompletableFuture<>();
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void answer(String answer) {
        Thread _ =
                Thread.ofVirtual()
                        .start(() -> {
                            try (Socket asker = server.accept()) {
                                talk(asker, answer);
                            } catch (IOException e) {
                                hungUp.complete(e.toString());
                            }
                        });
    }

    private void talk(Socket asker, String answer) throws IOException {
        InputStream in = asker.getInputStream();
        int _ = in.read(new byte[10_000]);
        asker.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        while (in.read() >= 0) {
            // Waits for the asker to hang up.
        }
        hungUp.complete("the end");
    }

    private String ask(Duration within) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return WholeAnswer.of(http, HttpRequest.newBuilder(address).build(), within).body();
        }
    }

    @Test
    void anAnswerThatDripsWithoutEndIsGivenUpAndTheLineClosed() throws Exception {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n ");

        assertThrows(HttpTimeoutException.class, () -> ask(Duration.ofMillis(500)));

        String _ = hungUp.get(20, TimeUnit.SECONDS);
    }

    @Test
    void anAnswerThatIsTooLongIsGivenUp() {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n" + " ".repeat(70_000));

        assertThrows(IOException.class, () -> ask(Duration.ofSeconds(20)));
    }

    @Test
    void anAnswerInTimeIsRead() throws Exception {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nmusic");

        assertEquals("music", ask(Duration.ofSeconds(20)));
    }
}
