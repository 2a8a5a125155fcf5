package dev.downbeat.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.localdiscord.world.WorldPlan;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A party that was taken out of voice, and another that plays in the same server since. */
class TwoPartiesTest {
    private static final Map<String, String> QUEUE = Map.of("source", "queue");
    private static final String OTHER = "Another party plays in this server now";

    private RunningBot bot;
    private long first;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        bot = new RunningBot(folder, WorldPlan.demo());
        var control = bot.discord.control();
        control.people().joinVoice(bot.discord.host(), bot.discord.room());
        bot.say("party start", QUEUE);
        first = bot.card().orElseThrow().id();
        bot.say("play", Map.of("query", "low tone"));
        assertTrue(bot.sounds(RunningBot.LOW));
        control.moderator().kickBotFromVoice(control.guildId());
        bot.awaitCard("Bring me back with /party start");
        control.people().joinVoice(control.userId("guest1"), bot.discord.lounge());
        bot.runAs("guest1", "party start", QUEUE);
    }

    @AfterEach
    void close() {
        bot.close();
    }

    @Test
    void theCardOfTheFirstTellsOfTheOtherForAsLongAsItPlays() {
        awaitFirstCard(OTHER + ", in <#" + bot.discord.lounge() + ">");

        bot.runAs("guest1", "party end", Map.of());

        awaitFirstCard("Bring me back with /party start");
    }

    @Test
    void whoHostsAPartyMeansTheirOwnAndAnotherOnlyWhenItIsOver() {
        String shown = bot.say("nowplaying", Map.of());
        assertTrue(shown.contains("<@" + bot.discord.host() + ">"), shown);

        String own = bot.say("party end", Map.of());
        String other = bot.say("party end", Map.of());

        long guest = bot.discord.control().userId("guest1");
        assertEquals("The party is over. Thanks for listening!", own);
        assertEquals("The party of <@" + guest + "> is over. Thanks for listening!", other);
    }

    @Test
    void whoStartsOneMoreIsToldOfTheOtherBeforeAnythingElse() {
        String answer = bot.runAs("guest2", "party start", Map.of()).text();

        assertTrue(answer.startsWith("На этом сервере уже идёт другая вечеринка"), answer);
    }

    @Test
    void whoMayNotEndAPartyReadsWhoMay() {
        String answer = bot.runAs("guest2", "party end", Map.of()).text();

        assertTrue(answer.endsWith("или тот, кто управляет сервером."), answer);
    }

    @Test
    void theHostWhoComesBackOrMovesReadsWhereThePartyPlays() {
        bot.runAs("guest1", "party end", Map.of());
        String room = "<#" + bot.discord.room() + ">";
        String lounge = "<#" + bot.discord.lounge() + ">";

        assertEquals("The party plays in " + room + " now.", bot.say("party start", Map.of()));
        assertEquals(
                "The party plays in " + room + " already. Here is its card.",
                bot.say("party start", Map.of()));
        bot.discord.control().people().joinVoice(bot.discord.host(), bot.discord.lounge());
        assertEquals(
                "The party plays in " + lounge + " now. The party follows the host's player now.",
                bot.say("party start", Map.of("source", "player")));
    }

    @Test
    void whoHostsNoneMeansTheOneThatPlays() {
        String shown = bot.runAs("guest2", "nowplaying", Map.of()).text();

        long guest = bot.discord.control().userId("guest1");
        assertTrue(shown.contains("<@" + guest + ">"), shown);
    }

    private void awaitFirstCard(String text) {
        bot.discord.await(
                "the first card with: " + text,
                () ->
                        bot.cards().stream()
                                .filter(card -> card.id() == first)
                                .anyMatch(card -> card.text().contains(text)));
    }
}
