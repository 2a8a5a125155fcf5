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

/** Who hears a party in its voice channel, and what they may do there. */
class ListenersTest {
    private RunningBot bot;
    private long guest1;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        bot = new RunningBot(folder, WorldPlan.demo());
        guest1 = bot.discord.control().userId("guest1");
        join("host");
        bot.say("party start", Map.of("source", "queue"));
        bot.awaitCard("Listening: 1");
        bot.say("play", Map.of("query", "low tone"));
    }

    @AfterEach
    void close() {
        bot.close();
    }

    private void join(String who) {
        var control = bot.discord.control();
        control.people().joinVoice(control.userId(who), bot.discord.room());
    }

    @Test
    void theCardCountsWhoIsInTheChannelAndNotDeafened() {
        var control = bot.discord.control();
        join("guest1");
        bot.awaitCard("Listening: 2");

        control.people().deafen(guest1, control.guildId());
        bot.awaitCard("Listening: 1");
        control.people().undeafen(guest1, control.guildId());
        bot.awaitCard("Listening: 2");
        control.people().joinVoice(guest1, bot.discord.lounge());
        bot.awaitCard("Listening: 1");
    }

    @Test
    void aGuestWhoCameJustNowIsToldWhenToVoteAndOneWhoHearsNothingWhatToDo() {
        String outside = bot.runAs("guest1", "skip", Map.of()).text();
        join("guest1");
        bot.awaitCard("Listening: 2");
        String early = bot.runAs("guest1", "skip", Map.of()).text();

        assertTrue(early.matches("You came just now. You can vote in \\d+ s\\."), early);
        assertTrue(outside.contains("Join the party's voice channel"), outside);
    }

    @Test
    void aDjPausesAtOnceUntilTheHostTakesThatBack() {
        String refused = bot.runAs("guest1", "seek", Map.of("to", "+5")).text();
        String added = bot.say("dj add", Map.of("user", "guest1"));
        String listed = bot.runAs("guest1", "dj list", Map.of()).text();
        String paused = bot.runAs("guest1", "pause", Map.of()).text();
        String removed = bot.say("dj remove", Map.of("user", "guest1"));

        assertTrue(refused.startsWith("Only the host or a DJ may do that."), refused);
        assertTrue(added.startsWith("Done. A DJ may"), added);
        assertEquals("DJs of this party: <@" + guest1 + ">", listed);
        assertTrue(paused.startsWith("Paused at"), paused);
        assertEquals("Done. No DJ of this party any more.", removed);
        assertEquals(
                "This party has no DJs. The host names them with /dj add.",
                bot.say("dj list", Map.of()));
    }

    @Test
    void onlyTheHostNamesDjsAndNoBotIsOne() {
        String byGuest = bot.runAs("guest1", "dj add", Map.of("user", "guest1")).text();
        String theBot = Long.toString(bot.discord.control().botId());

        assertEquals("Only the host may do that.", byGuest);
        assertEquals(
                "A bot cannot be a DJ. Choose a person.",
                bot.say("dj add", Map.of("user", theBot)));
    }

    @Test
    void theListenersAreKnownAgainAfterARestart() {
        join("guest1");
        bot.awaitCard("Listening: 2");
        bot.say("dj add", Map.of("user", "guest1"));

        bot.restart();

        bot.awaitCard("Listening: 2");
        assertTrue(bot.runAs("guest2", "dj list", Map.of()).text().contains("<@" + guest1 + ">"));
    }
}
