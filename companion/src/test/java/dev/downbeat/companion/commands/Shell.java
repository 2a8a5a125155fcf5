package dev.downbeat.companion.commands;

import dev.downbeat.companion.detectors.Detector;
import dev.downbeat.companion.home.Folders;
import dev.downbeat.companion.home.LinkFile;
import dev.downbeat.companion.home.SettingsFile;
import dev.downbeat.companion.sync.SentLog;
import dev.downbeat.companion.words.Texts;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The commands in the test's own process, each test with folders and a terminal of its own. */
abstract class Shell {
    @TempDir Path folder;
    Folders folders;
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void open() {
        folders =
                new Folders(
                        folder.resolve("config"),
                        folder.resolve("state"),
                        folder.resolve("runtime"));
    }

    int run(String... words) throws InterruptedException {
        return Commands.run(List.of(words), desk());
    }

    Desk desk() {
        return desk(List.of());
    }

    Desk desk(List<Detector> detectors) {
        return new Desk(
                folders,
                new SettingsFile(folders.settings(), Map.of()),
                new LinkFile(folders.link()),
                new SentLog(folders.state(), () -> Instant.EPOCH),
                detectors,
                HttpClient::newHttpClient,
                () -> 0,
                Texts.of("en", Locale.ROOT),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
