package dev.downbeat.companion.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Text in a few files of about 1 MB, of which the oldest goes; only the user may read them. Safe
 * for any thread.
 */
public final class RollingFile {
    private static final long MAX_BYTES = 1_000_000;

    private final Path folder;
    private final List<Path> files;

    /**
     * @param name of the newest file without {@code .log}; older ones are {@code name.1.log}, …
     */
    public RollingFile(Path folder, String name, int count) {
        this.folder = folder;
        this.files =
                IntStream.range(0, count)
                        .mapToObj(age -> name + (age == 0 ? "" : "." + age) + ".log")
                        .map(folder::resolve)
                        .toList();
    }

    /** Writes the text after what is there, all of it or nothing; an interrupt changes neither. */
    public synchronized void append(String text) throws IOException {
        PrivateFolder.make(folder);
        Path newest = files.getFirst();
        if (Files.exists(newest) && Files.size(newest) > MAX_BYTES) {
            roll();
        }
        for (Path file : files) {
            OwnFile.close(file);
        }
        OwnFile.append(newest, text.getBytes(StandardCharsets.UTF_8));
    }

    private void roll() throws IOException {
        for (int age = files.size() - 1; age > 0; age--) {
            if (Files.exists(files.get(age - 1))) {
                Files.move(files.get(age - 1), files.get(age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The files that are there, the oldest first. */
    public List<Path> written() {
        return files.reversed().stream().filter(Files::exists).toList();
    }
}
