package dev.downbeat.companion.control;

import dev.downbeat.companion.home.Folders;
import dev.downbeat.companion.home.PrivateFolder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to be the one hosting companion of this user; the system takes it back at the end. */
public final class Instance implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private Instance(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Empty when another companion has it. */
    public static Optional<Instance> claim(Folders folders) throws IOException {
        PrivateFolder.make(folders.runtime());
        FileChannel channel =
                FileChannel.open(
                        folders.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lockOf(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new Instance(channel, lock));
    }

    private static @org.jspecify.annotations.Nullable FileLock lockOf(FileChannel channel)
            throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
