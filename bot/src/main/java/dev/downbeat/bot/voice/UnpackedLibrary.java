package dev.downbeat.bot.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of JDAVE's native library. At each start JDAVE unpacks it (10 MB) into a new folder
 * among the system's temporary files, says nowhere where, and never clears it.
 */
final class UnpackedLibrary {
    private static final Path MAPPINGS = Path.of("/proc/self/maps");
    private static final Pattern OURS = Pattern.compile("[^/]*(/.*/jdave\\d+/dave\\d+\\.so)");

    private UnpackedLibrary() {}

    /**
     * Deletes what this process has loaded: Linux needs its name no longer, and so no end of the
     * process leaves it behind. Elsewhere nothing happens.
     */
    static void removeLoaded() {
        try {
            remove(mapped());
        } catch (IOException _) {
            // It stays where JDAVE left it, which harms nothing but the disk.
        }
    }

    /** Deletes what could not be loaded; the linker's words end with its name. */
    static void removeNamed(String fault) {
        try {
            remove(in(List.of(fault)));
        } catch (IOException _) {
            // As above.
        }
    }

    private static void remove(List<Path> libraries) throws IOException {
        for (Path library : libraries) {
            Files.deleteIfExists(library);
            Files.deleteIfExists(library.getParent());
        }
    }

    static List<Path> mapped() throws IOException {
        return Files.isReadable(MAPPINGS) ? in(Files.readAllLines(MAPPINGS)) : List.of();
    }

    /** The libraries that these lines end with; a mapped one whose name is gone does not count. */
    static List<Path> in(List<String> lines) {
        return lines.stream()
                .map(OURS::matcher)
                .filter(Matcher::matches)
                .map(line -> Path.of(line.group(1)))
                .distinct()
                .toList();
    }
}
