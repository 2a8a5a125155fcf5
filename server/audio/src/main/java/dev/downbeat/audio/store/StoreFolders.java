package dev.downbeat.audio.store;

import dev.downbeat.audio.FrameFault;
import dev.downbeat.audio.FrameFault.Kind;
import dev.downbeat.audio.child.ChildFolders;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folders of one store. One that was removed is made again when it is needed next; where that
 * does not work the fault stays until {@link #check} could write again. Any thread may call.
 */
final class StoreFolders implements Temporaries, ChildFolders {
    private static final String VERSION = "v" + EntryFormat.VERSION;

    /** So much must fit before a disk that was full counts as mended. */
    private static final int TRIED_BYTES = 1 << 20;

    private final Path root;
    private final Path making;
    private final Path children;
    private final AtomicLong temporaries = new AtomicLong();
    private volatile @Nullable FrameFault fault;

    private StoreFolders(Path root) {
        this.root = root;
        this.making = root.resolve("making");
        this.children = root.resolve("children");
    }

    /** Makes them; what a crash left and entries of another version go. */
    static StoreFolders in(Path root) throws IOException {
        StoreFolders folders = new StoreFolders(root.toAbsolutePath());
        Files.createDirectories(folders.root);
        clear(folders.root, file -> file.startsWith(folders.entries()));
        folders.make();
        return folders;
    }

    private static void clear(Path folder, Predicate<Path> stays) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!stays.test(file) && !file.equals(folder)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** What is still being made is of no use to anybody later. */
    void clearMaking() {
        try {
            clear(making, _ -> false);
        } catch (IOException _) {
            // It is emptied at the next start.
        }
    }

    private void make() throws IOException {
        Files.createDirectories(entries());
        Files.createDirectories(making);
        Files.createDirectories(children);
    }

    Path entries() {
        return root.resolve(VERSION);
    }

    @Override
    public Path fresh() {
        try {
            make();
        } catch (IOException why) {
            failed(why);
        }
        return making.resolve(temporaries.incrementAndGet() + ".tmp");
    }

    @Override
    public Path forChild() throws IOException {
        try {
            make();
            // Never a name used before: the folder of a child that ended goes when it is gone.
            return Files.createTempDirectory(children, "child-");
        } catch (IOException why) {
            failed(why);
            throw why;
        }
    }

    /** A file that was removed while it was written is no fault of the folder. */
    @Override
    public void failed(IOException why) {
        if (!(why instanceof NoSuchFileException)) {
            fault = new FrameFault(root, kind(why), why.toString());
        }
    }

    Optional<FrameFault> fault() {
        return Optional.ofNullable(fault);
    }

    /** Makes what is missing, and writes a file where writing failed before. */
    void check() {
        try {
            make();
            if (fault != null) {
                tryToWrite();
                fault = null;
            }
        } catch (IOException why) {
            failed(why);
        }
    }

    private void tryToWrite() throws IOException {
        try (SafeFile tried = new SafeFile(fresh())) {
            tried.append(ByteBuffer.allocate(TRIED_BYTES));
        }
    }

    private static Kind kind(IOException why) {
        String said = String.valueOf(why.getMessage());
        return switch (why) {
            case AccessDeniedException _ -> Kind.NO_PERMISSION;
            case FileAlreadyExistsException _ -> Kind.NO_FOLDER;
            case NotDirectoryException _ -> Kind.NO_FOLDER;
            default -> {
                if (said.contains("Not a directory")) {
                    yield Kind.NO_FOLDER;
                }
                if (said.contains("Read-only file system")) {
                    yield Kind.READ_ONLY;
                }
                yield isFull(said) ? Kind.DISK_FULL : Kind.OTHER;
            }
        };
    }

    private static boolean isFull(String said) {
        return said.contains("No space left on device")
                || said.contains("not enough space on the disk")
                || said.contains("Disk quota exceeded");
    }
}
