package dev.downbeat.localdiscord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Assumptions;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real Chromium without a window that shows one page, driven over its DevTools. One thread. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private int asked;

    private Browser(Process process, String url) throws IOException, InterruptedException {
        this.process = process;
        URI tools = URI.create(tools(process).replace("ws://", "http://"));
        HttpRequest open =
                HttpRequest.newBuilder(tools.resolve("/json/new?" + url))
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build();
        JsonNode page = JSON.readTree(http.send(open, BodyHandlers.ofString()).body());
        URI address = URI.create(page.path("webSocketDebuggerUrl").asText());
        socket = http.newWebSocketBuilder().buildAsync(address, new Answers(answers)).join();
    }

    /** Skips the test when Chromium is missing. */
    static Browser open(Path folder, String url) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "Chromium is not installed");
        Process process =
                new ProcessBuilder(
                                PROGRAM.toString(),
                                "--headless=new",
                                "--no-sandbox",
                                "--lang=en",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + folder)
                        .redirectErrorStream(true)
                        .start();
        Browser browser = new Browser(process, url);
        browser.takeKeys();
        return browser;
    }

    private static String tools(Process process) throws IOException {
        String said = "DevTools listening on ";
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(said)) {
                return line.substring(said.length());
            }
        }
        throw new IOException("Chromium ended without saying where it listens");
    }

    private record Answers(BlockingQueue<String> whole, StringBuilder part)
            implements WebSocket.Listener {
        Answers(BlockingQueue<String> whole) {
            this(whole, new StringBuilder());
        }

        @Override
        @SuppressWarnings("NullAway") // null: the text may be used again at once
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                whole.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    private JsonNode ask(String method, ObjectNode what) throws IOException, InterruptedException {
        int id = ++asked;
        ObjectNode question = JSON.createObjectNode().put("id", id).put("method", method);
        socket.sendText(question.set("params", what).toString(), true).join();
        while (true) {
            String answer = answers.poll(PATIENCE_SECONDS + 5, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IOException("Chromium does not answer");
            }
            JsonNode json = JSON.readTree(answer);
            if (json.path("id").asInt() == id) {
                return json.path("result");
            }
        }
    }

    /** As if its window were the one that the person works in. */
    private void takeKeys() throws IOException, InterruptedException {
        JsonNode _ =
                ask(
                        "Emulation.setFocusEmulationEnabled",
                        JSON.createObjectNode().put("enabled", true));
    }

    void size(int width, int height) throws IOException, InterruptedException {
        JsonNode _ =
                ask(
                        "Emulation.setDeviceMetricsOverride",
                        JSON.createObjectNode()
                                .put("width", width)
                                .put("height", height)
                                .put("deviceScaleFactor", 1)
                                .put("mobile", true));
    }

    /** Waits until the expression is neither empty nor false. Returns what it is, as text. */
    String await(String expression) throws IOException, InterruptedException {
        String script =
                """
                new Promise((done, fail) => {
                  const end = Date.now() + %d000;
                  const look = () => {
                    let found = '';
                    try { found = %s; } catch { /* not there yet */ }
                    if (found) done(String(found));
                    else if (Date.now() > end) fail(new Error('it does not come true'));
                    else setTimeout(look, 20);
                  };
                  look();
                })\
                """
                        .formatted(PATIENCE_SECONDS, expression);
        ObjectNode what = JSON.createObjectNode().put("expression", script);
        JsonNode result =
                ask("Runtime.evaluate", what.put("awaitPromise", true).put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value").asText();
    }

    /** Presses a key as a person does. */
    void enter() throws IOException, InterruptedException {
        for (String type : new String[] {"keyDown", "keyUp"}) {
            JsonNode _ =
                    ask(
                            "Input.dispatchKeyEvent",
                            JSON.createObjectNode()
                                    .put("type", type)
                                    .put("key", "Enter")
                                    .put("code", "Enter")
                                    .put("text", "\r")
                                    .put("windowsVirtualKeyCode", 13));
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
