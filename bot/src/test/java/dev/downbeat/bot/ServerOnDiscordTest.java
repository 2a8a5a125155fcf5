package dev.downbeat.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.localdiscord.control.MessageView;
import dev.downbeat.localdiscord.world.Permission;
import dev.downbeat.localdiscord.world.WorldPlan;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What concerns the whole program: a bot for each test. */
class ServerOnDiscordTest {
    private static final Map<String, String> QUEUE = Map.of("source", "queue");
    private static final Map<String, String> LOW = Map.of("query", "low tone");

    private RunningBot bot;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        bot = new RunningBot(folder, WorldPlan.demo());
        bot.discord.control().people().joinVoice(bot.discord.host(), bot.discord.room());
    }

    @AfterEach
    void close() {
        bot.close();
    }

    @Test
    void aPartyIsBackAfterARestartWithItsVoiceAndItsCard() throws InterruptedException {
        bot.say("party start", QUEUE);
        bot.say("play", LOW);
        assertTrue(bot.sounds(RunningBot.LOW));
        long card = bot.card().orElseThrow().id();

        bot.restart();

        assertTrue(bot.sounds(RunningBot.LOW));
        assertEquals(card, bot.card().orElseThrow().id());
        bot.press(bot.button("pause"));
        bot.awaitCard("Paused by");
    }

    @Test
    void aCardSaysThatTheServerIsOffUntilItIsBack() {
        bot.say("party start", QUEUE);
        bot.say("play", LOW);
        bot.awaitCard("Playing");
        long card = bot.card().orElseThrow().id();

        bot.downbeat().close();

        bot.discord.await("words", () -> !bot.told("Downbeat is off for now").isEmpty());
        MessageView off = bot.told("Downbeat is off for now").getFirst();
        assertEquals(card, off.id());
        assertEquals(List.of(), off.customIds());
        bot.restart();
        bot.awaitCard("Playing");
        assertEquals(card, bot.card().orElseThrow().id());
    }

    @Test
    void aPartyThatEndedStaysEnded() {
        bot.say("party start", QUEUE);
        bot.say("party end", Map.of());

        bot.restart();

        assertTrue(bot.say("nowplaying", Map.of()).startsWith("There is no party here"));
        assertEquals(
                Optional.empty(),
                bot.discord.control().botChannel(bot.discord.control().guildId()));
    }

    @Test
    void whatIsMissingIsNamedAsDiscordNamesIt() {
        bot.discord.control().moderator().deny(bot.discord.room(), Permission.SPEAK);

        String answer = bot.say("party start", QUEUE);

        assertTrue(answer.contains("I cannot play in"), answer);
        assertTrue(answer.contains("**Speak**"), answer);
    }

    @Test
    void onlyWhatIsMissingIsNamedAndInTheReadersLanguage() {
        var control = bot.discord.control();
        control.moderator().deny(bot.discord.room(), Permission.CONNECT);
        control.people().joinVoice(control.userId("guest2"), bot.discord.lounge());

        String answer =
                bot.runAs(
                                "guest2",
                                "party start",
                                Map.of("channel", Long.toString(bot.discord.room())))
                        .text();

        assertTrue(answer.contains("Мне нужно: **Подключаться**. "), answer);
    }

    @Test
    void whoIsInNoVoiceChannelIsToldWhatToDo() {
        String answer = bot.runAs("guest1", "party start", QUEUE).text();

        assertTrue(answer.startsWith("Join a voice channel first"), answer);
    }

    @Test
    void aSecondPartyInTheSameServerIsRefused() {
        bot.say("party start", QUEUE);
        bot.discord
                .control()
                .people()
                .joinVoice(bot.discord.control().userId("guest1"), bot.discord.lounge());

        String answer = bot.runAs("guest1", "party start", QUEUE).text();

        assertTrue(answer.startsWith("Another party plays in this server"), answer);
    }

    @Test
    void aRevokedTokenEndsTheProgram() throws Exception {
        bot.discord.control().faults().revokeToken();

        Ending ending = bot.downbeat().ended().get(TestDiscord.LIMIT.toSeconds(), TimeUnit.SECONDS);

        assertEquals(Ending.DISCORD_REFUSED, ending.code());
        assertEquals("Discord revoked the token; set discord.token anew.", ending.sentence());
    }
}
