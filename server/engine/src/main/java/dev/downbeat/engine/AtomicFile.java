package dev.downbeat.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The one way in which this module writes a file of state: beside the target, forced to the disk,
 * then renamed over it. A kill at any moment leaves the old file or the new one.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the whole content. */
    @FunctionalInterface
    public interface Writing {
        /**
         * @param temporary does not exist yet; in the target's folder
         */
        void to(Path temporary) throws IOException;
    }

    /**
     * @throws IOException when the target is as it was
     */
    public static void write(Path target, Writing writing) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(target + " is not a file's name");
        }
        Files.createDirectories(folder);
        Path temporary = folder.resolve(target.getFileName() + ".part");
        Files.deleteIfExists(temporary);
        try {
            writing.to(temporary);
            force(temporary, StandardOpenOption.WRITE);
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void force(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }

    /** So that the rename lasts too; Windows does not open folders and needs no such thing. */
    private static void forceFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            force(folder, StandardOpenOption.READ);
        }
    }
}
