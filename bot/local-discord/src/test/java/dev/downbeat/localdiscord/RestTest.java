package dev.downbeat.localdiscord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.control.InteractionView;
import dev.downbeat.localdiscord.rest.RestFaults.Scope;
import dev.downbeat.localdiscord.world.Permission;
import dev.downbeat.localdiscord.world.Pings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** REST as strict as Discord's, seen by a plain HTTP client and with a clock that stands still. */
final class RestTest {
    private MovableTime time;
    private LocalDiscord discord;
    private Control control;
    private Http rest;
    private long party;
    private long host;

    @BeforeEach
    void start() throws Exception {
        time = new MovableTime();
        discord = LocalDiscord.start(Settings.defaults().withClocks(time.clocks()));
        control = discord.control();
        rest = new Http(discord.restUrl(), discord.token());
        party = control.channelId(control.guildId(), "party");
        host = control.userId("host");
    }

    @AfterEach
    void stop() {
        rest.close();
        discord.close();
    }

    private HttpResponse<String> send(String body) throws IOException, InterruptedException {
        return rest.call("POST", "channels/" + party + "/messages", body);
    }

    private HttpResponse<String> register(String body) throws IOException, InterruptedException {
        return rest.call("PUT", "applications/" + control.botId() + "/commands", body);
    }

    private static String errors(HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode());
        assertEquals(50035, Http.code(answer));
        return Http.json(answer).path("errors").toString();
    }

    @Test
    void withoutTheTokenNothingIsTold() throws Exception {
        try (Http stranger = new Http(discord.restUrl(), "")) {
            assertEquals(401, stranger.call("GET", "users/@me", "").statusCode());
            assertEquals(1, control.rest().invalidCalls());
        }
    }

    @Test
    void requiredOptionsComeFirst() throws Exception {
        String body =
                """
                [{"name":"play","description":"Plays","options":[
                  {"type":3,"name":"a","description":"x"},
                  {"type":3,"name":"b","description":"x","required":true}]}]\
                """;

        assertTrue(errors(register(body)).contains("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"));
    }

    @Test
    void commandNamesAndSizesAreChecked() throws Exception {
        assertTrue(
                errors(register("[{\"name\":\"Play\",\"description\":\"x\"}]"))
                        .contains("APPLICATION_COMMAND_INVALID_NAME"));
        assertTrue(
                errors(
                                register(
                                        "[{\"name\":\"play\",\"description\":\""
                                                + "x".repeat(101)
                                                + "\"}]"))
                        .contains("BASE_TYPE_MAX_LENGTH"));
    }

    @Test
    void aCommandThatKeepsItsNameKeepsItsId() throws Exception {
        String body = "[{\"name\":\"play\",\"description\":\"Plays\"}]";
        JsonNode first = Http.json(register(body)).path(0).path("id");

        JsonNode second = Http.json(register(body)).path(0).path("id");

        assertEquals(first, second);
    }

    @Test
    void messagesHaveLimits() throws Exception {
        assertEquals(50006, Http.code(send("{\"content\":\"\"}")));
        assertTrue(
                errors(send("{\"content\":\"" + "x".repeat(2001) + "\"}"))
                        .contains("2000 or fewer"));
        assertTrue(
                errors(send("{\"embeds\":[{\"title\":\"" + "x".repeat(257) + "\"}]}"))
                        .contains("256 or fewer"));
        assertTrue(
                errors(send("{\"flags\":32768,\"content\":\"x\",\"components\":[]}"))
                        .contains("LEGACY_FIELDS"));
    }

    @Test
    void twoComponentsMayNotShareAnId() throws Exception {
        String button = "{\"type\":2,\"style\":1,\"label\":\"x\",\"custom_id\":\"same\"}";
        String body =
                "{\"content\":\"x\",\"components\":[{\"type\":1,\"components\":["
                        + button
                        + ","
                        + button
                        + "]}]}";

        assertTrue(errors(send(body)).contains("COMPONENT_CUSTOM_ID_DUPLICATED"));
    }

    @Test
    void sendingNeedsThePermission() throws Exception {
        control.moderator().deny(party, Permission.SEND_MESSAGES);
        assertEquals(50013, Http.code(send("{\"content\":\"x\"}")));

        control.moderator().deny(party, Permission.VIEW_CHANNEL);
        assertEquals(50001, Http.code(send("{\"content\":\"x\"}")));

        control.moderator().restore(party);
        assertEquals(200, send("{\"content\":\"x\"}").statusCode());
    }

    @Test
    void theSixthMessageInFiveSecondsWaits() throws Exception {
        for (int number = 0; number < 5; number++) {
            assertEquals(200, send("{\"content\":\"x\"}").statusCode());
        }

        HttpResponse<String> sixth = send("{\"content\":\"x\"}");

        assertEquals(429, sixth.statusCode());
        assertEquals(5.0, Http.json(sixth).path("retry_after").asDouble());
        assertEquals("0", Http.header(sixth, "X-RateLimit-Remaining"));
        assertFalse(Http.header(sixth, "via").isEmpty());
        time.pass(Duration.ofSeconds(5));
        assertEquals(200, send("{\"content\":\"x\"}").statusCode());
    }

    @Test
    void plannedFaultsHitTheRoutesTheyName() throws Exception {
        control.faults().limitRest(Scope.GLOBAL, Duration.ofSeconds(2), "users", 1);
        control.faults().breakRest(503, "users", 1);

        HttpResponse<String> limited = rest.call("GET", "users/@me", "");
        assertTrue(Http.json(limited).path("global").asBoolean());
        assertEquals(200, send("{\"content\":\"x\"}").statusCode());
        assertEquals(503, rest.call("GET", "users/@me", "").statusCode());
        assertEquals(200, rest.call("GET", "users/@me", "").statusCode());
    }

    @Test
    void aCutConnectionGivesNoAnswer() {
        control.faults().cutRest("users", 10);

        assertThrows(IOException.class, () -> rest.call("GET", "users/@me", ""));
    }

    @Test
    void allowedMentionsDecideWhoIsPinged() throws Exception {
        String text = "@everyone <@" + host + "> <@&1>";
        long all = id(send("{\"content\":\"" + text + "\"}"));
        long none = id(send("{\"content\":\"" + text + "\",\"allowed_mentions\":{\"parse\":[]}}"));

        Pings pings = control.message(party, all).orElseThrow().pings();
        assertEquals(Set.of(host), pings.users());
        assertEquals(Pings.Reach.NAMED_ONLY, pings.everyone(), "the bot may not call everyone");
        assertTrue(control.message(party, none).orElseThrow().pings().isSilent());
    }

    private static long id(HttpResponse<String> answer) {
        return Long.parseLong(Http.json(answer).path("id").asText());
    }

    private InteractionView sent() throws Exception {
        register("[{\"name\":\"play\",\"description\":\"Plays\"}]");
        return control.people().runCommand(host, party, "play", Map.of()).now();
    }

    private HttpResponse<String> answer(InteractionView sent, String body) throws Exception {
        return rest.call(
                "POST",
                "interactions/" + sent.id() + "/" + control.token(sent.id()) + "/callback",
                body);
    }

    @Test
    void anAnswerAfterThreeSecondsIsUnknown() throws Exception {
        InteractionView sent = sent();
        time.pass(Duration.ofMillis(3_001));

        assertEquals(10062, Http.code(answer(sent, "{\"type\":5}")));
        assertTrue(control.interaction(sent.id()).orElseThrow().hasFailed());
    }

    @Test
    void aSecondAnswerIsRefused() throws Exception {
        InteractionView sent = sent();
        time.pass(Duration.ofMillis(2_999));

        assertEquals(204, answer(sent, "{\"type\":5,\"data\":{\"flags\":64}}").statusCode());
        assertEquals(40060, Http.code(answer(sent, "{\"type\":5}")));
        InteractionView now = control.interaction(sent.id()).orElseThrow();
        assertEquals(Duration.ofMillis(2_999), now.acknowledgedAfter().orElseThrow());
        assertTrue(now.message().orElseThrow().isThinking());
    }

    @Test
    void theTokenOfAnInteractionEndsAfterFifteenMinutes() throws Exception {
        InteractionView sent = sent();
        answer(sent, "{\"type\":5}");
        String path =
                "webhooks/"
                        + control.botId()
                        + "/"
                        + control.token(sent.id())
                        + "/messages/@original";

        assertEquals(200, rest.call("PATCH", path, "{\"content\":\"done\"}").statusCode());
        time.pass(Duration.ofMinutes(15).plusSeconds(1));
        assertEquals(50027, Http.code(rest.call("PATCH", path, "{\"content\":\"late\"}")));
        assertEquals(
                List.of("done"),
                control.messages(party, host).stream().map(m -> m.text()).toList());
    }

    @Test
    void theStatusOfAVoiceChannelNeedsTheBotInside() throws Exception {
        long room = control.channelId(control.guildId(), "Lounge");

        HttpResponse<String> outside =
                rest.call("PUT", "channels/" + room + "/voice-status", "{\"status\":\"x\"}");

        assertEquals(50013, Http.code(outside));
    }
}
