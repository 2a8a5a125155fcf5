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

/**
 * Everything that this companion handed out for sending, for its user to read: two files of at most
 * 1 MB each, the older one goes. It stays on this PC. The token is left out, pieces of files are
 * told by their range; what would steer a terminal is escaped as in JSON. Safe for any thread, also
 * for one that is interrupted.
 */
public final class SentLog {
    private final RollingFile files;
    private final InstantSource wallClock;
    private final List<Consumer<String>> followers = new CopyOnWriteArrayList<>();

    public SentLog(Path folder, InstantSource wallClock) {
        files = new RollingFile(folder, "sent", 2);
        this.wallClock = wallClock;
    }

    /**
     * Call it before sending {@code what}.
     *
     * @throws NotRecorded when it cannot be written down: then it must not be sent
     */
    public synchronized void sent(String what) throws NotRecorded {
        String line =
                wallClock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + Plain.escaped(what);
        try {
            files.append(line + "\n");
        } catch (IOException e) {
            throw new NotRecorded(e);
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
