package dev.downbeat.companion.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
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
        FileAttribute<?>[] own =
                isPosix(file)
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWN)}
                        : new FileAttribute<?>[0];
        return FileChannel.open(file, how, own);
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
