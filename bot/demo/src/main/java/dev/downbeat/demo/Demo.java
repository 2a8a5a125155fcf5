package dev.downbeat.demo;

import dev.downbeat.bot.Main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code mvn} runs: the whole product on this machine without an account or, with a Discord
 * token in the environment, the real thing.
 */
public final class Demo {
    private static final String TOKEN = "DOWNBEAT_DISCORD_TOKEN";

    private Demo() {}

    public static void main(String[] args) throws Exception {
        if (!System.getenv().getOrDefault(TOKEN, "").isBlank()) {
            Main.main(args);
            return;
        }
        Path folder = Files.createTempDirectory("downbeat-demo");
        LocalParty party = new LocalParty(folder, tracksFolder(folder));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(party, folder), "stop"));
        party.start();
        new Meter(party).showUntilInterrupted(System.out);
    }

    /** Kept between runs where there is a build folder: making music takes a few seconds. */
    private static Path tracksFolder(Path folder) {
        Path built = Path.of("bot", "demo", "target");
        return Files.isDirectory(built)
                ? built.resolve("tracks").toAbsolutePath()
                : folder.resolve("tracks");
    }

    private static void stop(LocalParty party, Path folder) {
        party.close();
        try {
            Folders.remove(folder);
        } catch (IOException _) {
            // The system's own cleaning of its temporary folder will take it.
        }
        System.out.println(System.lineSeparator() + "Downbeat's demo has stopped.");
    }
}
