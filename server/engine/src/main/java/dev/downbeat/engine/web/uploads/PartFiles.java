package dev.downbeat.engine.web.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of what hosts lend. */
record PartFiles(Path folder) {
    private static final String ENDING = ".part";

    /** Nothing outlives its party, and no party's uploads outlive the process. */
    static PartFiles emptied(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var left = Files.newDirectoryStream(folder, "*" + ENDING)) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
            return new PartFiles(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for uploads cannot be used", e);
        }
    }

    Path of(String upload) {
        return folder.resolve(upload + ENDING);
    }
}
