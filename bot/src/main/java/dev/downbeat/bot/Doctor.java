package dev.downbeat.bot;

import dev.downbeat.bot.voice.VoiceEncryption;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Checks what an operator can get wrong, one line each; changes nothing, needs no running server.
 */
final class Doctor {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final Settings settings;
    private final PrintStream out;
    private int faults;

    private Doctor(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** 0 when nothing is wrong. */
    static int run(Settings settings, PrintStream out) {
        Doctor doctor = new Doctor(settings, out);
        doctor.examine();
        return doctor.faults == 0 ? 0 : 1;
    }

    private void examine() {
        well("settings can be read");
        dataFolder(settings.data().dir().toAbsolutePath());
        settings.library().folders().forEach(this::libraryFolder);
        encryption(VoiceEncryption.probe());
        discord();
    }

    private void dataFolder(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (Files.isDirectory(there) && Files.isWritable(there)) {
            well("data goes to " + folder);
        } else {
            fault("data.dir " + folder + " cannot be written; let this user write to " + there);
        }
    }

    private void libraryFolder(Path folder) {
        if (Files.isDirectory(folder) && Files.isReadable(folder)) {
            well("library folder " + folder);
        } else {
            fault("library folder " + folder + " cannot be read; is it there?");
        }
    }

    private void encryption(VoiceEncryption encryption) {
        if (encryption.isLoaded()) {
            well("voice encryption: " + encryption.words());
        } else {
            fault("voice encryption: " + encryption.words());
        }
    }

    private void discord() {
        if (settings.discord().token().isEmpty()) {
            well("no discord.token: web parties only");
            return;
        }
        try {
            int status = ask(settings.discord().restUrl().resolve("users/@me"));
            switch (status) {
                case OK -> well("Discord accepts the token");
                case UNAUTHORIZED -> fault("Discord does not accept discord.token; set it anew");
                default -> fault("Discord answers with status " + status + "; try again later");
            }
        } catch (IOException unreachable) {
            fault("Discord cannot be reached at " + settings.discord().restUrl().getHost());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private int ask(URI uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bot " + settings.discord().token().text())
                        .timeout(PATIENCE)
                        .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private void well(String what) {
        out.println("ok     " + what);
    }

    private void fault(String what) {
        faults++;
        out.println("FAULT  " + what);
    }
}
