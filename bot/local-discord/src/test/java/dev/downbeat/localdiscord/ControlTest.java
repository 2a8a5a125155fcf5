package dev.downbeat.localdiscord;

import static dev.downbeat.localdiscord.TestBot.PATIENCE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.downbeat.localdiscord.control.Control;

import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The control interface over HTTP, and the page. */
final class ControlTest {
    private static LocalDiscord discord;
    private static Control control;
    private static TestBot bot;
    private static Http http;

    static final class Echo extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            event.reply("Echo " + event.getOption("text", o -> o.getAsString())).queue();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        discord = LocalDiscord.start(Settings.defaults());
        control = discord.control();
        bot = TestBot.login(discord, new Echo());
        bot.jda()
                .upsertCommand("echo", "Echoes")
                .addOption(OptionType.STRING, "text", "t")
                .complete();
        bot.join(control, "Listening room", new EndlessFrames());
        http = new Http(discord.pageUrl(), "");
        assertTrue(control.recording(control.guildId()).awaitPacket(40, PATIENCE));
    }

    @AfterAll
    static void stop() {
        http.close();
        bot.close();
        discord.close();
    }

    private static JsonNode ask(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = http.call(method, "control/" + path, body);
        assertEquals(200, answer.statusCode(), answer.body());
        return Http.json(answer);
    }

    @Test
    void aCommandRunsAndItsAnswerIsSeen() throws Exception {
        JsonNode done =
                ask(
                        "POST",
                        "people/guest1/command?wait=20000",
                        "{\"channel\":\"party\",\"command\":\"echo\",\"options\":{\"text\":\"hi\"}}");

        assertEquals("Echo hi", done.path("text").asText());
        long party = control.channelId(control.guildId(), "party");
        JsonNode seen = ask("GET", "channels/" + party + "/messages?as=host", "");
        assertEquals("Echo hi", seen.path(seen.size() - 1).path("content").asText());
    }

    @Test
    void aMistakeIsExplained() throws Exception {
        HttpResponse<String> answer =
                http.call(
                        "POST",
                        "control/people/host/command",
                        "{\"channel\":\"party\",\"command\":\"nothing\"}");

        assertEquals(400, answer.statusCode());
        assertEquals("There is no command /nothing", Http.json(answer).path("error").asText());
    }

    @Test
    void peopleJoinAndLeaveVoice() throws Exception {
        ask("PUT", "people/guest2/voice", "{\"channel\":\"Lounge\"}");
        assertTrue(ask("GET", "world", "").toString().contains("\"user_id\":\"" + guest() + "\""));

        ask("DELETE", "people/guest2/voice", "{}");
        assertFalse(ask("GET", "world", "").toString().contains("\"user_id\":\"" + guest() + "\""));
    }

    private static long guest() {
        return control.userId("guest2");
    }

    @Test
    void framesComeAsJsonAsBytesAndAsOgg() throws Exception {
        String voice = "voice/" + control.guildId();

        JsonNode frames = ask("GET", voice + "/frames?since=0&limit=3", "").path("frames");
        ByteBuffer bytes = ByteBuffer.wrap(http.bytes("control/" + voice + "/frames.bin?limit=2"));
        byte[] ogg = http.bytes("control/" + voice + "/capture.ogg?from=0&to=40");

        assertEquals(3, frames.size());
        assertEquals(2 * (38 + CountedFrames.payload(0).length), bytes.capacity());
        assertEquals(frames.path(1).path("arrival_nanos").asLong(), bytes.getLong(46 + 8));
        assertEquals("OggS", new String(ogg, 0, 4, StandardCharsets.US_ASCII));
        JsonNode trace =
                ask(
                        "POST",
                        voice + "/trace?since=0&limit=3",
                        "{\"frames\":[" + frames.path(0).path("opus") + "]}");
        assertEquals(1, trace.path("known_packets").asInt());
    }

    @Test
    void aNumberThatIsTooLargeIsTheCallersFault() throws Exception {
        String voice = "control/voice/" + control.guildId();
        for (String wrong :
                List.of(
                        "/capture.ogg?to=99999999999999999999",
                        "/capture.ogg?from=x",
                        "/frames.bin?since=99999999999999999999",
                        "/frames?limit=99999999999999999999")) {
            HttpResponse<String> refused = http.call("GET", voice + wrong, "");

            assertEquals(400, refused.statusCode(), wrong);
            assertTrue(refused.body().contains("must be a whole number"), refused::body);
        }
    }

    @Test
    void onePersonReadsRussian() throws Exception {
        JsonNode users = ask("GET", "world", "").path("users");

        assertTrue(users.toString().contains("\"locale\":\"ru\""), users.toString());
    }

    @Test
    void whoListensGetsSound() throws Exception {
        CompletableFuture<ByteBuffer> first = new CompletableFuture<>();
        WebSocket.Listener listener =
                new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onBinary(
                            WebSocket socket, ByteBuffer data, boolean last) {
                        first.complete(data);
                        return CompletableFuture.completedFuture(null);
                    }
                };
        String address =
                discord.pageUrl().replace("http", "ws")
                        + "control/voice/"
                        + control.guildId()
                        + "/listen";

        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket =
                    client.newWebSocketBuilder().buildAsync(URI.create(address), listener).get();
            ByteBuffer sound = first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            socket.abort();

            assertEquals("OggS", StandardCharsets.US_ASCII.decode(sound.slice(1, 4)).toString());
        }
    }

    @Test
    void otherOriginsAreKeptAway() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(discord.pageUrl() + "control/world"))
                            .header("Origin", "http://evil.example")
                            .build();

            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            assertEquals(403, status);
        }
    }

    @Test
    void faultsAreInjectedByName() throws Exception {
        ask("POST", "faults/rest_slow", "{\"ms\":1,\"path\":\"nowhere\"}");
        ask("POST", "faults/clear", "");

        HttpResponse<String> unknown = http.call("POST", "control/faults/flood", "{}");
        assertEquals(400, unknown.statusCode());
        assertTrue(unknown.body().contains("voice_close"), "the known ones are named");
    }

    @Test
    void everyFileOfThePageIsThere() throws Exception {
        HttpResponse<String> page = http.call("GET", "", "");
        assertTrue(Http.header(page, "Content-Security-Policy").startsWith("default-src 'none'"));
        for (String file :
                new String[] {
                    "page.css",
                    "page.js",
                    "control.js",
                    "focus.js",
                    "messages.js",
                    "markdown.js",
                    "commands.js",
                    "voice.js",
                    "listen.js",
                    "words.js"
                }) {
            assertEquals(200, http.call("GET", file, "").statusCode(), file);
        }
    }
}
