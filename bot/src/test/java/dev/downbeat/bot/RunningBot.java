package dev.downbeat.bot;

import dev.downbeat.localdiscord.control.InteractionView;
import dev.downbeat.localdiscord.control.MessageView;
import dev.downbeat.localdiscord.control.SentInteraction;
import dev.downbeat.localdiscord.voice.CapturedFrame;
import dev.downbeat.localdiscord.voice.Recording;
import dev.downbeat.localdiscord.world.WorldPlan;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole bot on a Discord on loopback, with two tones in its library. */
final class RunningBot implements AutoCloseable {
    static final double LOW = 440;
    static final double HIGH = 880;

    final TestDiscord discord;
    private final Path folder;
    private Downbeat downbeat;

    RunningBot(Path folder, WorldPlan world) throws IOException {
        this.folder = folder;
        this.discord = new TestDiscord(world);
        Path library = Files.createDirectories(folder.resolve("library"));
        Tone.write(library.resolve("Test Pattern - Low Tone.wav"), LOW, 30);
        Tone.write(library.resolve("Test Pattern - High Tone.wav"), HIGH, 30);
        Tone.cutOff(library.resolve("Test Pattern - Cut @everyone Tone.wav"), LOW, 30);
        this.downbeat = start();
        discord.control().awaitCommand("party", TestDiscord.LIMIT);
    }

    private Downbeat start() {
        Settings settings =
                Settings.read(
                        Map.of(
                                "http.port",
                                0,
                                "voice.lead",
                                "0",
                                "data.dir",
                                folder.resolve("data").toString(),
                                "library.folders",
                                List.of(folder.resolve("library").toString())),
                        Map.of());
        return Downbeat.start(
                settings.with(discord.settings(), settings.http(), settings.data()),
                TestDiscord.sockets());
    }

    Downbeat downbeat() {
        return downbeat;
    }

    void restart() {
        downbeat.close();
        downbeat = start();
    }

    InteractionView run(String line, Map<String, String> options) {
        return runAs("host", line, options);
    }

    InteractionView runAs(String who, String line, Map<String, String> options) {
        return discord.control()
                .people()
                .runCommand(discord.control().userId(who), discord.text(), line, options)
                .awaitCompleted(Duration.ofSeconds(30));
    }

    /** What the person reads. */
    String say(String line, Map<String, String> options) {
        return run(line, options).text();
    }

    Recording heard() {
        return discord.control().recording(discord.control().guildId());
    }

    /** Waits until the next half second of packets sounds like that tone. */
    boolean sounds(double hertz) throws InterruptedException {
        for (int tries = 0; tries < 40; tries++) {
            long from = heard().nextIndex();
            if (!heard().awaitPacket(from + 25, TestDiscord.LIMIT)) {
                return false;
            }
            List<CapturedFrame> frames = heard().since(from, 25);
            if (Tone.share(frames.subList(5, 25), hertz) > 0.9) {
                return true;
            }
        }
        return false;
    }

    /** The newest card in the text channel. */
    Optional<MessageView> card() {
        return cards().stream().max(java.util.Comparator.comparingLong(MessageView::id));
    }

    /** All cards with buttons in the text channel. */
    List<MessageView> cards() {
        return discord.control().messages(discord.text(), discord.host()).stream()
                .filter(message -> !message.isEphemeral())
                .filter(message -> !message.customIds().isEmpty())
                .toList();
    }

    /** Messages in the channel for everybody that say so. */
    List<MessageView> told(String text) {
        return discord.control().messages(discord.text(), discord.host()).stream()
                .filter(message -> !message.isEphemeral() && message.text().contains(text))
                .toList();
    }

    void awaitCard(String text) {
        discord.await(
                "a card with: " + text,
                () -> card().filter(it -> it.text().contains(text)).isPresent());
    }

    /** The custom id of the card's button for that action. */
    String button(String action) {
        discord.await("the button " + action, () -> find(action).isPresent());
        return find(action).orElseThrow();
    }

    private Optional<String> find(String action) {
        return card().flatMap(it ->
                it.customIds().stream().filter(id -> id.contains(":" + action + ":")).findFirst());
    }

    /** Presses a button that the card still shows. */
    void press(String customId) {
        var _ = click(customId).awaitAcknowledged(TestDiscord.LIMIT);
    }

    /** The same, and what the bot says to who pressed. */
    String pressAndRead(String customId) {
        return click(customId)
                .await("words", TestDiscord.LIMIT, it -> !it.followUps().isEmpty())
                .followUps()
                .getFirst()
                .text();
    }

    private SentInteraction click(String customId) {
        long card = card().orElseThrow().id();
        return discord.control().people().click(discord.host(), card, customId);
    }

    /** As somebody with the right to would. */
    void delete(long message) throws IOException, InterruptedException {
        URI uri = discord.settings().restUrl();
        String path = "channels/" + discord.text() + "/messages/" + message;
        HttpRequest request =
                HttpRequest.newBuilder(uri.resolve(path))
                        .header("Authorization", "Bot " + discord.settings().token().text())
                        .DELETE()
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        }
    }

    @Override
    public void close() {
        downbeat.close();
        discord.close();
    }
}
