package dev.downbeat.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.localdiscord.control.InteractionView;
import dev.downbeat.localdiscord.control.MessageView;
import dev.downbeat.localdiscord.world.WorldPlan;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One bot for all tests of this class; each has a party of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartyOnDiscordTest {
    private static final Map<String, String> LOW = Map.of("query", "low tone");
    private static final Map<String, String> HIGH = Map.of("query", "high tone");

    private RunningBot bot;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        bot = new RunningBot(folder, WorldPlan.demo());
    }

    @AfterAll
    void close() {
        bot.close();
    }

    @BeforeEach
    void startParty() {
        bot.discord.control().people().joinVoice(bot.discord.host(), bot.discord.room());
        String answer = bot.say("party start", Map.of("source", "queue"));
        assertTrue(answer.startsWith("The party is on in"), answer);
    }

    @AfterEach
    void endParty() {
        bot.say("party end", Map.of());
        bot.discord.await("the bot to leave", () -> botChannel().isEmpty());
    }

    private Optional<Long> botChannel() {
        return bot.discord.control().botChannel(bot.discord.control().guildId());
    }

    @Test
    void whatIsPlayedIsHeardInVoice() throws InterruptedException {
        String answer = bot.say("play", LOW);

        assertTrue(answer.contains("Low Tone"), answer);
        assertTrue(bot.sounds(RunningBot.LOW));
        bot.awaitCard("Playing");
    }

    @Test
    void everyAnswerIsForTheOneWhoAsked() {
        InteractionView done = bot.run("help", Map.of());

        assertTrue(done.message().orElseThrow().isEphemeral());
        assertTrue(done.acknowledgedAfter().orElseThrow().compareTo(Duration.ofMillis(1500)) < 0);
    }

    @Test
    void aPauseCutsTheSoundAndAResumeBringsItBack() throws InterruptedException {
        bot.say("play", LOW);
        assertTrue(bot.sounds(RunningBot.LOW));

        assertTrue(bot.say("pause", Map.of()).startsWith("Paused at"));

        bot.awaitCard("Paused by");
        long quietFrom = bot.heard().nextIndex();
        assertFalse(bot.heard().awaitPacket(quietFrom + 25, Duration.ofSeconds(1)));
        assertTrue(bot.say("resume", Map.of()).startsWith("Playing on"));
        assertTrue(bot.sounds(RunningBot.LOW));
    }

    @Test
    void aTrackThatCannotBePlayedIsToldToTheChannelAndTheQueueGoesOn() throws InterruptedException {
        bot.say("play", Map.of("query", "cut everyone tone"));
        bot.say("play", HIGH);

        String words = "Cut \\@everyone Tone** cannot be played";
        bot.discord.await("words about the track", () -> !bot.told(words).isEmpty());

        MessageView told = bot.told(words).getFirst();
        assertTrue(told.text().contains("cut off"), told.text());
        assertTrue(told.pings().isSilent(), told.pings().toString());
        assertTrue(bot.sounds(RunningBot.HIGH));
    }

    @Test
    void theCardSaysWhyNothingIsHeard() {
        bot.say("play", Map.of("query", "cut everyone tone"));

        bot.awaitCard("cut off");
        assertTrue(bot.say("nowplaying", Map.of()).contains("cut off"));
    }

    @Test
    void afterAStopAButtonGoesOnWithTheQueue() throws InterruptedException {
        bot.say("play", LOW);
        bot.say("play", HIGH);
        assertTrue(bot.sounds(RunningBot.LOW));

        bot.press(bot.button("stop"));
        bot.awaitCard("Nothing is playing");
        bot.press(bot.button("resume"));

        assertTrue(bot.sounds(RunningBot.HIGH));
    }

    @Test
    void aSearchThatFailedLeavesNothingOnTheCard() {
        bot.say("play", Map.of("query", "nothing like this exists"));

        bot.discord.await(
                "a card without the search",
                () -> bot.card().filter(it -> !it.text().contains("Looking for")).isPresent());
    }

    @Test
    void wordsThatFitSeveralTracksNameThemNeutralised() {
        String answer = bot.say("play", Map.of("query", "tone"));

        assertTrue(answer.startsWith("3 tracks have **tone** in their names"), answer);
        assertTrue(answer.contains("Test Pattern – Cut \\@everyone Tone"), answer);
        assertTrue(answer.contains("Test Pattern – Low Tone"), answer);
    }

    @Test
    void whoReadsRussianReadsRussianReasons() {
        String link = bot.runAs("guest2", "play", Map.of("query", "ftp://host/a.mp3")).text();

        assertEquals("Эту ссылку нельзя включить (работают только ссылки http и https).", link);
    }

    @Test
    void skipGoesOnToWhatWaits() throws InterruptedException {
        bot.say("play", LOW);
        assertTrue(bot.say("play", HIGH).contains("number 1 in the queue"));
        assertTrue(bot.say("queue view", Map.of()).contains("High Tone"));

        bot.say("skip", Map.of());

        assertTrue(bot.sounds(RunningBot.HIGH));
        assertTrue(bot.say("queue view", Map.of()).startsWith("The queue is empty"));
        bot.say("previous", Map.of());
        assertTrue(bot.sounds(RunningBot.LOW));
    }

    @Test
    void theQueueIsChangedByNumbers() {
        bot.say("play", LOW);
        bot.say("play", HIGH);
        bot.say("play", LOW);

        assertTrue(bot.say("queue move", Map.of("from", "2", "to", "1")).contains("number 1"));
        assertTrue(bot.say("queue remove", Map.of("position", "1")).contains("out of the queue"));
        assertTrue(bot.say("queue remove", Map.of("position", "9")).contains("no such number"));
    }

    @Test
    void seekingTellsWhere() {
        bot.say("play", LOW);

        assertEquals("Now at 0:10.", bot.say("seek", Map.of("to", "0:10")));
        assertTrue(bot.say("seek", Map.of("to", "later")).contains("1:23"));
    }

    @Test
    void buttonsDoAsTheySay() throws InterruptedException {
        bot.say("play", LOW);
        assertTrue(bot.sounds(RunningBot.LOW));

        bot.press(bot.button("pause"));
        bot.awaitCard("Paused by");
        bot.press(bot.button("resume"));

        assertTrue(bot.sounds(RunningBot.LOW));
        assertTrue(bot.pressAndRead(bot.button("queue")).startsWith("The queue is empty"));
    }

    @Test
    void aButtonOfAnEarlierTrackIsRefused() throws InterruptedException {
        bot.say("play", LOW);
        bot.awaitCard("Low Tone");
        String stale = bot.button("skip");
        bot.discord.control().faults().slowRest(Duration.ofSeconds(5), "/channels/");
        bot.say("play", HIGH);
        bot.say("skip", Map.of());
        assertTrue(bot.sounds(RunningBot.HIGH));

        String answer = bot.pressAndRead(stale);

        bot.discord.control().faults().clear();
        assertTrue(answer.contains("earlier track"), answer);
        assertTrue(bot.sounds(RunningBot.HIGH));
    }

    @Test
    void theLinkCodeComesWithTheCommandThatUsesIt() {
        String answer = bot.say("link companion", Map.of());

        assertTrue(answer.contains("downbeat-companion link"), answer);
        assertTrue(answer.contains("http://127.0.0.1:" + bot.downbeat().httpPort()), answer);
    }

    @Test
    void nobodyIsEverPinged() {
        bot.say("play", Map.of("query", "@everyone <@1> <@&2> **bold** \u202Ekcol"));

        InteractionView done =
                bot.run("play", Map.of("query", "@everyone @here nothing like this exists"));

        MessageView message = done.message().orElseThrow();
        assertTrue(message.pings().isSilent(), message.pings().toString());
        assertTrue(bot.card().orElseThrow().pings().isSilent());
    }

    @Test
    void aDeletedCardComesBack() throws Exception {
        long old = bot.card().orElseThrow().id();
        bot.delete(old);

        bot.say("play", LOW);

        bot.discord.await(
                "another card", () -> bot.card().filter(it -> it.id() != old).isPresent());
    }

    @Test
    void whoIsKickedStaysOutAndThePartyPauses() throws InterruptedException {
        bot.say("play", LOW);
        assertTrue(bot.sounds(RunningBot.LOW));

        bot.discord.control().moderator().kickBotFromVoice(bot.discord.control().guildId());

        bot.awaitCard("I was taken out of voice");
        assertEquals(Optional.empty(), botChannel());
    }

    @Test
    void aMoveIsRemembered() throws InterruptedException {
        bot.say("play", LOW);
        assertTrue(bot.sounds(RunningBot.LOW));

        bot.discord
                .control()
                .moderator()
                .moveBot(bot.discord.control().guildId(), bot.discord.lounge());

        bot.awaitCard("<#" + bot.discord.lounge() + ">");
        assertTrue(bot.sounds(RunningBot.LOW));
    }
}
