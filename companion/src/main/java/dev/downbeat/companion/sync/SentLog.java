package dev.downbeat.companion.sync;

import dev.downbeat.companion.home.RollingFile;
import dev.downbeat.companion.words.Plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final RollingFile files;
    private final InstantSource wallClock;
    private final List<Consumer<String>> followers = new CopyOnWriteArrayList<>();

    public SentLog(Path folder, InstantSource wallClock) {
        files = new RollingFile(folder, "sent", 2);
        this.wallClock = wallClock;
    }

    public synchronized void sent(String what) {
        String line =
                wallClock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + Plain.escaped(what);
        try {
            files.append(line + "\n");
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot record what was sent: {0}", e.getMessage());
        }
        followers.forEach(follower -> follower.accept(line));
    }

    /** What is recorded, the oldest first. */
    public synchronized void read(Consumer<String> reader) throws IOException {
        for (Path file : files.written()) {
            Files.readAllLines(file).stream().map(Plain::escaped).forEach(reader);
        }
    }

    /** Calls {@code follower} with each further line until the result is run; must not block. */
    public Runnable follow(Consumer<String> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }
}
