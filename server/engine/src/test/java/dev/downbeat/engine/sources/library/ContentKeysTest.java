package dev.downbeat.engine.sources.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.downbeat.audio.MediaStream;
import dev.downbeat.engine.sources.matching.Recording;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

final class ContentKeysTest {
    @TempDir private Path folder;

    @Test
    void whatIsLargerThanAnythingPlayedIsRefusedUnread() throws IOException {
        Path large = folder.resolve("large.wav");
        try (var bytes = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            bytes.setLength(MediaStream.MOST_BYTES + 1);
        }
        LibraryFile file =
                new LibraryFile(
                        "id",
                        folder.toRealPath(),
                        large.toRealPath(),
                        Files.size(large),
                        0,
                        new Recording("Large", "A", "", Duration.ZERO));
        try (ContentKeys keys = new ContentKeys()) {
            IOException refused =
                    assertThrows(
                            IOException.class,
                            () ->
                                    keys.of(
                                            file,
                                            () -> {
                                                throw new AssertionError("it was opened");
                                            }));
            assertEquals("file_too_large 512", refused.getMessage());
        }
    }
}
