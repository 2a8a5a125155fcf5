package dev.downbeat.demo.whole;

import dev.downbeat.localdiscord.LocalDiscord;
import dev.downbeat.localdiscord.Settings;
import dev.downbeat.localdiscord.control.InteractionView;
import dev.downbeat.localdiscord.world.WorldPlan;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The built programs as a user runs them: the server by its launcher, the companion by its own, a
 * Discord on loopback (in this process, voice over TLS), a real mpv on a real bus. One thread.
 */
public final class Whole implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern CODE = Pattern.compile("\\b[A-Z2-9]{8}\\b");

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<String, String> serverSettings = new TreeMap<>();
    private final Path folder;
    private final LocalDiscord discord;
    private final int port;
    private @Nullable Program server;

    private Whole(Path folder, LocalDiscord discord) {
        this.folder = folder;
        this.discord = discord;
        this.port = freePort();
        parts.push(discord);
    }

    /** Starts Discord and the server and waits until the bot has registered its commands. */
    public static Whole start(Path folder, Path library) throws IOException {
        return start(folder, library, WorldPlan.demo(), Map.of());
    }

    public static Whole start(
            Path folder, Path library, WorldPlan world, Map<String, String> settings)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve("discord"));
        Settings plan = Settings.defaults().withFolder(own).withWorld(world);
        Whole whole = new Whole(folder, LocalDiscord.start(plan));
        settings.forEach(whole::set);
        whole.set("DOWNBEAT_LIBRARY_FOLDERS", library.toString());
        whole.startServer();
        return whole;
    }

    /** A setting of the server, for its next start. */
    public void set(String name, String value) {
        serverSettings.put(name, value);
    }

    public LocalDiscord discord() {
        return discord;
    }

    public Program server() {
        return Objects.requireNonNull(server, "not started");
    }

    public String serverUrl() {
        return "http://127.0.0.1:" + port;
    }

    public Path folder() {
        return folder;
    }

    /** The server with the settings so far; also after a kill. */
    public void startServer() {
        Map<String, String> environment = new TreeMap<>(serverSettings);
        environment.put("DOWNBEAT_DISCORD_TOKEN", discord.token());
        environment.put("DOWNBEAT_DISCORD_REST_URL", discord.restUrl());
        environment.put("DOWNBEAT_DISCORD_GATEWAY_URL", discord.gatewayUrl());
        environment.put("DOWNBEAT_HTTP_PORT", Integer.toString(port));
        environment.put("DOWNBEAT_DATA_DIR", folder.resolve("data").toString());
        environment.putIfAbsent("DOWNBEAT_VOICE_LEAD", "0");
        environment.put("JAVA_TOOL_OPTIONS", discord.trustFlags());
        server = Program.start("server", folder, environment, List.of(Built.server().toString()));
        discord.control().awaitCommand("party", PATIENCE);
    }

    public long user(String name) {
        return discord.control().userId(name);
    }

    public long guild() {
        return discord.control().guildId();
    }

    public long text() {
        return discord.control().channelId(guild(), "party");
    }

    public long voice() {
        return discord.control().channelId(guild(), "Listening room");
    }

    /** Runs a slash command as the host and returns the final answer. */
    public InteractionView run(String command, Map<String, String> options) {
        return discord.control()
                .people()
                .runCommand(user("host"), text(), command, options)
                .awaitCompleted(PATIENCE);
    }

    /** The host sits in voice and starts a party there. */
    public InteractionView startParty(String source) {
        discord.control().people().joinVoice(user("host"), voice());
        return run("party start", Map.of("source", source));
    }

    /** The companion of the host, linked and hosting with {@code player}, seen on {@code bus}. */
    public Program companion(String bus, String player) {
        Matcher code = CODE.matcher(run("link companion", Map.of()).text());
        if (!code.find()) {
            throw new IllegalStateException("no pairing code in the answer");
        }
        companionSays(bus, "link", code.group(), "--server", serverUrl()).join(PATIENCE);
        companionSays(bus, "players", "enable", player).join(PATIENCE);
        return keep(companionSays(bus, "host"));
    }

    /** One command of the companion's program, in the host's own folders. */
    public Program companionSays(String bus, String... words) {
        List<String> command = new java.util.ArrayList<>(List.of(Built.companion().toString()));
        command.addAll(List.of(words));
        String home = folder.resolve("host").toString();
        Map<String, String> environment =
                Map.of(
                        "DBUS_SESSION_BUS_ADDRESS", bus,
                        "HOME", home,
                        "XDG_CONFIG_HOME", home,
                        "XDG_STATE_HOME", home,
                        "XDG_DATA_HOME", home,
                        "XDG_RUNTIME_DIR", folder.toString());
        return Program.start("companion", folder, environment, command);
    }

    /** Ends with this. */
    public <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server().close();
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("while stopping", e);
            }
        }
    }
}
