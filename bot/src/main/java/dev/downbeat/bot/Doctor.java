package dev.downbeat.bot;

import dev.downbeat.bot.voice.VoiceEncryption;
import dev.downbeat.engine.sources.library.LibraryReport;
import dev.downbeat.engine.store.Store;
import dev.downbeat.engine.web.OpenFiles;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Checks what an operator can get wrong, one line each; changes nothing, needs no running server.
 */
final class Doctor {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FEW_CONNECTIONS = 1_000;
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
    static int run(Settings settings, SettingsPlace place, PrintStream out) {
        return run(settings, place, VoiceEncryption.probe(), out);
    }

    static int run(
            Settings settings, SettingsPlace place, VoiceEncryption encryption, PrintStream out) {
        Doctor doctor = new Doctor(settings, out);
        doctor.well(place.words());
        doctor.examine(encryption);
        return doctor.faults == 0 ? 0 : 1;
    }

    private void examine(VoiceEncryption encryption) {
        Path data = settings.data().dir().toAbsolutePath();
        boolean isKept = dataFolder(data);
        if (isKept || !settings.database().url().isEmpty()) {
            database(data);
        }
        listening();
        openFiles();
        settings.library().folders().forEach(this::libraryFolder);
        libraryFiles();
        encryption(encryption);
        discord();
    }

    /** Whether something can be kept there. */
    private boolean dataFolder(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (Files.isDirectory(there) && takesFiles(there)) {
            well("data goes to " + folder);
            return true;
        }
        fault("data.dir " + folder + " cannot be written; let this user write to " + there);
        return false;
    }

    /** By trying: a folder of the system's own may say that it can be written, and cannot. */
    private static boolean takesFiles(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "downbeat", ".doctor"));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private void database(Path folder) {
        Store.fault(settings.database().url().text(), folder)
                .ifPresentOrElse(this::fault, () -> well("nothing is wrong with the database"));
    }

    private void listening() {
        ListenAddress.fault(settings.http().host()).ifPresentOrElse(this::fault, this::port);
    }

    private void port() {
        int port = settings.http().port();
        if (port == 0) {
            well("http.port 0: a free port is chosen at start");
        } else if (ListenAddress.canListen(settings.http().host(), port)) {
            well("port " + port + " is free");
        } else {
            warn("port " + port + " cannot be had now; fine if Downbeat itself has it");
        }
    }

    private void libraryFolder(Path folder) {
        if (Files.isDirectory(folder) && Files.isReadable(folder)) {
            well("library folder " + folder);
        } else {
            fault("library folder " + folder + " cannot be read; is it there?");
        }
    }

    private void libraryFiles() {
        if (settings.library().folders().isEmpty()) {
            return;
        }
        try {
            Optional<LibraryReport> report = LibraryCheck.of(settings.library().folders());
            report.ifPresentOrElse(
                    this::libraryFiles,
                    () -> warn("the library is large: not all of its files were looked at"));
        } catch (IOException | UncheckedIOException fault) {
            warn("the library's files cannot be looked at: " + fault.getMessage());
        }
    }

    /** Of a library without a folder that can be read, all is said already. */
    private void libraryFiles(LibraryReport report) {
        if (report.lost().size() == settings.library().folders().size()) {
            return;
        }
        if (report.unusable() == 0) {
            well(report.counts());
        } else {
            int more = report.unusable() - report.firstUnusable().size();
            warn(
                    report.counts()
                            + ": "
                            + String.join(", ", report.firstUnusable())
                            + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    private void openFiles() {
        int most = OpenFiles.forConnections();
        if (most < FEW_CONNECTIONS) {
            warn(
                    "the limit of open files lets "
                            + most
                            + " connections in at once; raise it (ulimit -n)");
        }
    }

    private void encryption(VoiceEncryption encryption) {
        if (encryption.isLoaded()) {
            well(encryption.sentence());
        } else if (settings.discord().requireEncryption() == Settings.Encryption.REQUIRED) {
            fault(encryption.sentence() + "; discord.require_encryption refuses voice then");
        } else {
            warn(encryption.sentence());
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

    /** Works all the same. */
    private void warn(String what) {
        out.println("warn   " + what);
    }

    private void fault(String what) {
        faults++;
        out.println("FAULT  " + what);
    }
}
