package dev.downbeat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

final class AtomicFileTest {
    @TempDir private Path folder = Path.of("set by JUnit");

    @Test
    void theNewContentReplacesTheOld() throws Exception {
        Path target = folder.resolve("deep/state.json");

        AtomicFile.write(target, temporary -> Files.writeString(temporary, "old"));
        AtomicFile.write(target, temporary -> Files.writeString(temporary, "new"));

        assertEquals("new", Files.readString(target));
        assertEquals(List.of("state.json"), names(folder.resolve("deep")));
    }

    @Test
    void aFailureLeavesTheOldContentAndNothingElse() throws Exception {
        Path target = folder.resolve("state.json");
        AtomicFile.write(target, temporary -> Files.writeString(temporary, "old"));

        assertThrows(
                IOException.class,
                () ->
                        AtomicFile.write(
                                target,
                                temporary -> {
                                    Files.writeString(temporary, "half");
                                    throw new IOException("disk full");
                                }));

        assertEquals("old", Files.readString(target));
        assertEquals(List.of("state.json"), names(folder));
    }

    @Test
    void whatAKillLeftBehindDoesNotDisturb() throws Exception {
        Files.writeString(folder.resolve("state.json.part"), "half");

        AtomicFile.write(
                folder.resolve("state.json"), temporary -> Files.writeString(temporary, "new"));

        assertEquals("new", Files.readString(folder.resolve("state.json")));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
