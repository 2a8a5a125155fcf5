package dev.downbeat.companion.home;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only the user may read, whatever folder they lie in; where the system is POSIX. */
final class OwnFile {
    private static final Set<PosixFilePermission> OWN =
            PosixFilePermissions.fromString("rw-------");

    private OwnFile() {}

    /** A file that is made by it is the user's alone from its first moment. */
    static FileChannel open(Path file, Set<? extends OpenOption> how) throws IOException {
        return FileChannel.open(file, how, own(file));
    }

    private static FileAttribute<?>[] own(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWN)}
                : new FileAttribute<?>[0];
    }

    /**
     * Writes at the end, all or nothing. Not through a channel: an interrupt of the thread would
     * close it in the middle.
     */
    static void append(Path file, byte[] bytes) throws IOException {
        make(file);
        long before = Files.size(file);
        try (OutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write(bytes);
        } catch (IOException e) {
            cut(file, before, e);
            throw e;
        }
    }

    private static void make(Path file) throws IOException {
        try {
            Files.createFile(file, own(file));
        } catch (FileAlreadyExistsException _) {
            // All the better.
        }
    }

    /** A full disk takes the half of a line. */
    private static void cut(Path file, long length, IOException why) {
        try (RandomAccessFile half = new RandomAccessFile(file.toFile(), "rw")) {
            half.setLength(length);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** Takes a file that is there from everybody else. */
    static void close(Path file) throws IOException {
        if (isPosix(file)
                && Files.exists(file)
                && !Files.getPosixFilePermissions(file).equals(OWN)) {
            Files.setPosixFilePermissions(file, OWN);
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
