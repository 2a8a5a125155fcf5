package dev.downbeat.engine.store;

import dev.downbeat.engine.AtomicFile;
import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.ServerClock;

import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Copies of the H2 file while it is in use: one a day, the newest three are kept, as zip files that
 * are unpacked in the database's place.
 */
final class Backups implements AutoCloseable {
    static final int KEPT = 3;
    static final String FOLDER = "backups";

    private static final Duration EVERY = Duration.ofDays(1);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'downbeat-'yyyyMMdd-HHmmss-SSS'.zip'")
                    .withZone(ZoneOffset.UTC);
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    private final ScheduledExecutorService daily =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("store-backup").factory());
    private final Jdbi jdbi;
    private final Path folder;
    private final ServerClock clock;

    Backups(Jdbi jdbi, Path folder, ServerClock clock) {
        this.jdbi = jdbi;
        this.folder = folder;
        this.clock = clock;
    }

    /** True when there is nothing left of {@code file} but its copies in the data folder. */
    static boolean outlived(Path file, Path data) {
        try {
            boolean lost = !Files.exists(file) || Files.size(file) == 0;
            return lost && !in(data.resolve(FOLDER)).isEmpty();
        } catch (IOException _) {
            return false;
        }
    }

    void start() {
        var _ = daily.scheduleAtFixedRate(this::tryRun, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The new backup. */
    synchronized Path run() throws IOException {
        Path target = folder.resolve(NAME.format(clock.now()));
        AtomicFile.write(
                target,
                temporary -> {
                    String name = temporary.toString();
                    jdbi.useHandle(handle -> handle.execute("backup to ?", name));
                });
        List<Path> all = all();
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.delete(old);
        }
        return target;
    }

    /** The newest first. */
    List<Path> all() throws IOException {
        return in(folder);
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("downbeat-.*\\.zip"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    @Override
    public void close() {
        // No interrupt: H2 would close its file under it.
        daily.shutdown();
        try {
            boolean _ = daily.awaitTermination(3, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryRun() {
        try {
            if (isDue()) {
                LOG.info("Backup written: {}", run().getFileName());
            }
        } catch (IOException | RuntimeException failure) {
            LOG.error("No backup could be written to {}: {}", folder, FaultTrace.of(failure));
        }
    }

    /** A node that is restarted often does not push the good copies out. */
    private boolean isDue() throws IOException {
        Instant fresh = clock.now().minus(EVERY);
        return all().stream().limit(1).noneMatch(newest -> changedAt(newest).isAfter(fresh));
    }

    private static Instant changedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
