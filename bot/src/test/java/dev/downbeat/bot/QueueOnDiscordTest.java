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

/** Emptying, shuffling and taking back, as people do it on Discord. */
class QueueOnDiscordTest {
    private RunningBot bot;

    @BeforeEach
    void aTrackPlaysAndTwoWait(@TempDir Path folder) throws IOException {
        bot = new RunningBot(folder, WorldPlan.demo());
        bot.discord.control().people().joinVoice(bot.discord.host(), bot.discord.room());
        bot.say("party start", Map.of("source", "queue"));
        bot.say("play", Map.of("query", "low tone"));
        bot.say("play", Map.of("query", "high tone"));
        bot.runAs("guest1", "play", Map.of("query", "low tone"));
    }

    @AfterEach
    void close() {
        bot.close();
    }

    @Test
    void theHostEmptiesTheQueueAndTakesThatBack() {
        String cleared = bot.say("queue clear", Map.of());
        String empty = bot.say("queue view", Map.of());
        String undone = bot.say("queue undo", Map.of());
        String full = bot.say("queue view", Map.of());

        assertTrue(cleared.startsWith("Tracks taken out of the queue: 2."), cleared);
        assertEquals("The queue is empty. Add a track with /play.", empty);
        assertEquals("Taken back. Tracks in the queue again: 2.", undone);
        assertTrue(full.contains("High Tone") && full.contains("Low Tone"), full);
    }

    @Test
    void aGuestTakesOutWhatHeAskedForAndNothingElse() {
        String all = bot.runAs("guest1", "queue clear", Map.of()).text();
        String hosts = bot.runAs("guest1", "queue clear", Map.of("user", "host")).text();
        String own = bot.runAs("guest1", "queue clear", Map.of("user", "guest1")).text();
        String left = bot.say("queue view", Map.of());

        assertTrue(all.startsWith("Only the host or a DJ may do that."), all);
        assertTrue(hosts.startsWith("Only the host, a DJ, or who asked"), hosts);
        assertTrue(own.startsWith("Tracks taken out of the queue: 1."), own);
        assertTrue(left.contains("High Tone") && !left.contains("Low Tone"), left);
    }

    @Test
    void aShuffleIsTakenBackAndAGuestWithoutChangesIsToldSo() {
        String shuffled = bot.say("queue shuffle", Map.of());
        String guests = bot.runAs("guest1", "queue undo", Map.of()).text();
        String none = bot.runAs("guest1", "queue undo", Map.of()).text();

        assertTrue(shuffled.startsWith("Tracks shuffled: 2."), shuffled);
        assertEquals("Taken back: the track that was added is out of the queue.", guests);
        assertEquals("There is nothing of yours to take back.", none);
    }
}
