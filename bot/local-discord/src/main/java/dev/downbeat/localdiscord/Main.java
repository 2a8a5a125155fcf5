package dev.downbeat.localdiscord;

import dev.downbeat.localdiscord.world.WorldPlan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Runs local Discord as a program of its own until it is told to stop. */
public final class Main {
    private static final String HELP =
            """
            local-discord: Discord on loopback, for a bot of any language.

              --port N            REST, gateway, control and page   (LOCAL_DISCORD_PORT, 7300)
              --voice-port N      voice gateway, TLS or plain       (LOCAL_DISCORD_VOICE_PORT, 7301)
              --udp-port N        voice packets                     (LOCAL_DISCORD_UDP_PORT, any)
              --folder PATH       where the voice key is kept       (LOCAL_DISCORD_FOLDER, ./local-discord)
              --token TEXT        the bot's token                   (LOCAL_DISCORD_TOKEN)
              --guilds N          so many guilds instead of one     (LOCAL_DISCORD_GUILDS)
              --recorded-guilds N keep packets of so many guilds    (LOCAL_DISCORD_RECORDED_GUILDS, 4)
              --recorded-seconds N keep so much of each             (LOCAL_DISCORD_RECORDED_SECONDS, 600)
            """;

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> given;
        try {
            given = read(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        if (given.containsKey("help")) {
            System.out.print(HELP);
            return;
        }
        LocalDiscord discord = LocalDiscord.start(settings(given));
        Runtime.getRuntime().addShutdownHook(new Thread(discord::close, "stop"));
        System.out.print(describe(discord));
        new CountDownLatch(1).await();
    }

    static String describe(LocalDiscord discord) {
        return """
        Local Discord is open.
          page     %s
          REST     %s
          gateway  %s
          token    %s
          voice    wss://%s  (TLS; trust it with the flags below, or %s)
          Java     %s
        """
                .formatted(
                        discord.pageUrl(),
                        discord.restUrl(),
                        discord.gatewayUrl(),
                        discord.token(),
                        discord.voiceEndpoint(),
                        discord.certificate().map(Path::toString).orElse("plain only"),
                        discord.trustFlags());
    }

    private static Map<String, String> read(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int at = 0; at < arguments.length; at++) {
            String name = arguments[at];
            if (name.equals("--help") || name.equals("-h")) {
                given.put("help", "");
            } else if (name.startsWith("--")
                    && HELP.contains(name + " ")
                    && at + 1 < arguments.length) {
                given.put(name.substring(2), arguments[++at]);
            } else {
                throw new IllegalArgumentException(name + "? Try --help");
            }
        }
        return given;
    }

    static Settings settings(Map<String, String> given) {
        int guilds = number(given, "guilds", 0);
        Settings settings =
                Settings.defaults()
                        .withPorts(
                                number(given, "port", 7300),
                                number(given, "voice-port", 7301),
                                number(given, "udp-port", 0))
                        .withFolder(Path.of(text(given, "folder", "local-discord")))
                        .withToken(text(given, "token", Settings.DEFAULT_TOKEN))
                        .withRecording(
                                number(given, "recorded-guilds", 4),
                                Duration.ofSeconds(number(given, "recorded-seconds", 600)));
        return guilds > 0 ? settings.withWorld(WorldPlan.many(guilds)) : settings;
    }

    private static String text(Map<String, String> given, String name, String otherwise) {
        String variable = "LOCAL_DISCORD_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
        String fromOutside = System.getenv(variable);
        return given.getOrDefault(
                name, fromOutside == null || fromOutside.isBlank() ? otherwise : fromOutside);
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        String value = text(given, name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("--" + name + " must be a number, not " + value);
        }
    }
}
