package dev.downbeat.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.localdiscord.control.SentInteraction;
import dev.downbeat.localdiscord.world.WorldPlan;
import dev.downbeat.party.Place;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A party has one card in a channel, whatever happens while one is on its way there. */
class OneCardTest {
    private static final Map<String, String> QUEUE = Map.of("source", "queue");
    private static final Map<String, String> LOW = Map.of("query", "low tone");
    private static final Duration SLOW = Duration.ofMillis(700);

    private RunningBot bot;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        bot = new RunningBot(folder, WorldPlan.demo());
        bot.discord.control().people().joinVoice(bot.discord.host(), bot.discord.room());
        bot.say("party start", QUEUE);
    }

    @AfterEach
    void close() {
        bot.close();
    }

    @Test
    void cardsAskedForAtTheSameTimeLeaveOne() {
        bot.discord.control().faults().slowRest(SLOW, "/messages");

        Stream.of(send(), send(), send()).forEach(sent -> sent.awaitCompleted(TestDiscord.LIMIT));

        bot.discord.control().faults().clear();
        awaitOneCard();
    }

    @Test
    void aDeletedCardThatIsMovedBeforeItComesBackLeavesOne() throws Exception {
        bot.delete(bot.card().orElseThrow().id());
        bot.discord.control().faults().slowRest(SLOW, "/messages");

        bot.say("play", LOW);
        send().awaitCompleted(TestDiscord.LIMIT);

        bot.discord.control().faults().clear();
        awaitOneCard();
        bot.say("pause", Map.of());
        bot.awaitCard("Paused by");
        awaitOneCard();
    }

    @Test
    void aPartyThatRemembersTwoKeepsTheNewerAfterARestart() {
        Place older = places().getFirst();
        send().awaitCompleted(TestDiscord.LIMIT);
        awaitOneCard();
        Place newer = places().getFirst();
        var _ =
                party().ask(party().view().host(), new WishId("again"), new Wish.Attach(older))
                        .toCompletableFuture()
                        .join();

        bot.restart();

        bot.discord.await("one place", () -> places().equals(List.of(newer)));
        awaitOneCard();
    }

    private SentInteraction send() {
        var control = bot.discord.control();
        return control.people()
                .runCommand(control.userId("host"), bot.discord.text(), "party start", QUEUE);
    }

    private void awaitOneCard() {
        bot.discord.await("one card", () -> bot.cards().size() == 1 && places().size() == 1);
        String shown = bot.discord.text() + ":" + bot.card().orElseThrow().id();
        assertEquals(shown, places().getFirst().address());
    }

    private List<Place> places() {
        return party().view().places().stream()
                .filter(place -> place.kind().equals("discord-card"))
                .toList();
    }

    private PartyHost party() {
        return bot.downbeat().parties().all().iterator().next();
    }
}
