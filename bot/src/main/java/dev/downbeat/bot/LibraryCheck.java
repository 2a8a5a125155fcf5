package dev.downbeat.bot;

import dev.downbeat.audio.Audio;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.sound.CachedProbe;
import dev.downbeat.engine.sources.library.Library;
import dev.downbeat.engine.sources.library.LibraryReport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Reads every file of the library once, as the server would, with a frame store thrown away. */
final class LibraryCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long STORE_BYTES = 1L << 20;

    private LibraryCheck() {}

    /**
     * Empty when it takes longer than a minute.
     *
     * @throws IOException when there is no room for temporary files
     */
    static Optional<LibraryReport> of(List<Path> folders) throws IOException {
        Path store = Files.createTempDirectory("downbeat-doctor");
        ServerClock clock = ServerClock.start();
        try (Audio audio = Audio.open(store, STORE_BYTES, clock::nanos)) {
            return within(folders, new CachedProbe(audio, clock));
        } finally {
            delete(store);
        }
    }

    private static Optional<LibraryReport> within(List<Path> folders, CachedProbe probe) {
        CompletableFuture<Optional<LibraryReport>> answer = new CompletableFuture<>();
        Thread looking =
                Thread.ofVirtual().name("library-check").start(() -> look(folders, probe, answer));
        Optional<LibraryReport> report =
                answer.completeOnTimeout(Optional.empty(), PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join();
        looking.interrupt();
        return report;
    }

    private static void look(
            List<Path> folders,
            CachedProbe probe,
            CompletableFuture<Optional<LibraryReport>> answer) {
        try {
            answer.complete(Optional.of(Library.examine(folders, probe)));
        } catch (RuntimeException fault) {
            answer.completeExceptionally(new CompletionException(fault));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
