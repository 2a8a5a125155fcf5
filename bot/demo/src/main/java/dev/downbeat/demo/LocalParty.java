package dev.downbeat.demo;

import com.neovisionaries.ws.client.WebSocketFactory;

import dev.downbeat.bot.DiscordSockets;
import dev.downbeat.bot.Downbeat;
import dev.downbeat.bot.Settings;
import dev.downbeat.companion.hosting.HostStatus;
import dev.downbeat.demo.player.Deck;
import dev.downbeat.demo.player.OwnBus;
import dev.downbeat.demo.player.SimulatedPlayer;
import dev.downbeat.demo.tracks.DemoTrack;
import dev.downbeat.localdiscord.LocalDiscord;
import dev.downbeat.localdiscord.control.InteractionView;

import org.freedesktop.dbus.exceptions.DBusException;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A party on this machine: a stand-in for Discord, the server and the bot in this process, and a
 * host whose simulated player goes through the real companion, a process of its own.
 */
final class LocalParty implements AutoCloseable {
    private static final int PAGE_PORT = 7701;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CODE = Pattern.compile("\\b[A-Z2-9]{8}\\b");

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Path folder;
    private final Path tracks;
    private final Deck deck = new Deck(DemoTrack.all(), System::nanoTime);

    LocalParty(Path folder, Path tracks) {
        this.folder = folder;
        this.tracks = tracks;
    }

    /** What is known once it runs. */
    record Running(LocalDiscord discord, String serverUrl, long guild, long text, long voice) {}

    private final CompletableFuture<Running> running = new CompletableFuture<>();
    private final CompletableFuture<CompanionProcess> companion = new CompletableFuture<>();

    Running running() {
        return running.join();
    }

    Deck deck() {
        return deck;
    }

    /** Whether a party follows the player, as far as its companion knows. */
    boolean followsThePlayer() {
        return companion.join().status().map(LocalParty::follows).orElse(true);
    }

    /** Whether the companion has ended, so that nothing is told of the player any more. */
    boolean lacksItsCompanion() {
        return companion.join().isGone();
    }

    static boolean follows(HostStatus status) {
        return !status.online()
                || (status.partyGoesOn() && !status.partyMode().equals(HostStatus.QUEUE));
    }

    void start() throws IOException, DBusException, InterruptedException {
        say("Making the demo's music …");
        DemoTrack.all().parallelStream().forEach(track -> track.writeTo(tracks));
        say("Starting a Discord of our own, the server and the bot …");
        LocalDiscord discord = keep(LocalDiscord.start(discordSettings()));
        Downbeat downbeat = keep(Downbeat.start(settings(discord), plainVoice()));
        Running now = look(discord, "http://127.0.0.1:" + downbeat.httpPort());
        OwnBus bus = keep(OwnBus.start(folder));
        SimulatedPlayer player = keep(SimulatedPlayer.appear(deck, bus.address()));
        openParty(now, bus);
        player.Play();
        keep(PlayerWatch.start(deck, player));
        running.complete(now);
        welcome(now);
    }

    private static Running look(LocalDiscord discord, String serverUrl) {
        var control = discord.control();
        long guild = control.guildId();
        return new Running(
                discord,
                serverUrl,
                guild,
                control.channelId(guild, "party"),
                control.channelId(guild, "Listening room"));
    }

    private void openParty(Running now, OwnBus bus) throws InterruptedException {
        var people = now.discord().control().people();
        long host = now.discord().control().userId("host");
        people.joinVoice(host, now.voice());
        now.discord().control().awaitCommand("party", PATIENCE);
        people.runCommand(host, now.text(), "party start", Map.of("source", "player"))
                .awaitCompleted(PATIENCE);
        InteractionView answer =
                people.runCommand(host, now.text(), "link companion", Map.of())
                        .awaitCompleted(PATIENCE);
        companion.complete(
                keep(
                        CompanionProcess.host(
                                folder, bus.address(), now.serverUrl(), code(answer.text()))));
    }

    private static String code(String answer) {
        Matcher code = CODE.matcher(answer);
        if (!code.find()) {
            throw new IllegalStateException("the bot gave no pairing code: " + answer);
        }
        return code.group();
    }

    private static dev.downbeat.localdiscord.Settings discordSettings() {
        return dev.downbeat.localdiscord.Settings.defaults().withPorts(free(PAGE_PORT), 0, 0);
    }

    /** The wanted port, or 0 for any when somebody has it. */
    private static int free(int wanted) {
        try (ServerSocket probe = new ServerSocket(wanted)) {
            return probe.getLocalPort();
        } catch (IOException _) {
            return 0;
        }
    }

    private Settings settings(LocalDiscord discord) {
        Settings defaults =
                Settings.read(
                        Map.of(),
                        Map.of(
                                "DOWNBEAT_VOICE_LEAD",
                                "0",
                                "DOWNBEAT_LIBRARY_FOLDERS",
                                tracks.toString()));
        return defaults.with(
                new Settings.Discord(
                        new Settings.Secret(discord.token()),
                        URI.create(discord.restUrl()),
                        URI.create(discord.gatewayUrl()),
                        Settings.Encryption.WANTED),
                new Settings.Http("127.0.0.1", free(7700), ""),
                new Settings.Data(folder.resolve("data")));
    }

    private static DiscordSockets plainVoice() {
        return new DiscordSockets(() ->
                new WebSocketFactory()
                        .setVerifyHostname(false)
                        .setSSLSocketFactory(LocalDiscord.plainSockets()));
    }

    private static void welcome(Running now) {
        for (String line :
                List.of(
                        "",
                        "Downbeat's demo is running.",
                        "  Look, click and listen:  " + now.discord().pageUrl(),
                        "  The server itself:       " + now.serverUrl() + "/health",
                        "  On the page, be any of three people (one reads Russian): press the",
                        "  card's buttons, run /nowplaying or /play, press Listen to hear it.",
                        "  Ctrl-C ends it.",
                        "")) {
            say(line);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        List<AutoCloseable> open;
        synchronized (this) {
            open = List.copyOf(parts);
            parts.clear();
        }
        for (AutoCloseable part : open) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("while stopping: " + e);
            }
        }
    }
}
