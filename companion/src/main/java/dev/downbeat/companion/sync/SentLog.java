package dev.downbeat.companion.sync;

import dev.downbeat.companion.home.PrivateFolder;
import dev.downbeat.companion.words.Plain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Everything that this companion sent, for its user to read: two files of at most 1 MB each, the
 * older one goes. It stays on this PC. The token is left out, pieces of files are told by their
 * range; what would steer a terminal is escaped as in JSON. Safe for any thread.
 */
public final class SentLog {
    private static final Logger LOG = Logger.getLogger(SentLog.class.getName());
    static final long MAX_BYTES = 1_000_000;

    private final Path folder;
    private final Path newer;
    private final Path older;
    private final InstantSource wallClock;
    private final List<Consumer<String>> followers = new CopyOnWriteArrayList<>();

    public SentLog(Path folder, InstantSource wallClock) {
        this.folder = folder;
        this.newer = folder.resolve("sent.log");
        this.older = folder.resolve("sent.1.log");
        this.wallClock = wallClock;
    }

    public synchronized void sent(String what) {
        String line =
                wallClock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + Plain.escaped(what);
        try {
            append(line + "\n");
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot record what was sent: {0}", e.getMessage());
        }
        followers.forEach(follower -> follower.accept(line));
    }

    private void append(String line) throws IOException {
        PrivateFolder.make(folder);
        if (Files.exists(newer) && Files.size(newer) > MAX_BYTES) {
            Files.move(newer, older, StandardCopyOption.REPLACE_EXISTING);
        }
        try (FileChannel channel =
                FileChannel.open(newer, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                int _ = channel.write(bytes);
            }
        }
    }

    /** What is recorded, the oldest first. */
    public synchronized void read(Consumer<String> reader) throws IOException {
        for (Path file : List.of(older, newer)) {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream().map(Plain::escaped).forEach(reader);
            }
        }
    }

    /** Calls {@code follower} with each further line until the result is run; must not block. */
    public Runnable follow(Consumer<String> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }
}
