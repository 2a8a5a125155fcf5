package dev.downbeat.audio.store;

import dev.downbeat.audio.DiskReserve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: written under a temporary name, brought to disk, then
 * renamed. The only class of this module that writes what is kept. One thread writes.
 */
final class SafeFile implements AutoCloseable {
    private final Path temporary;
    private final FileChannel channel;
    private final DiskReserve reserve;
    private boolean committed;

    /**
     * @param temporary on the same file system as the target; must not exist
     */
    SafeFile(Path temporary) throws IOException {
        this.temporary = temporary;
        this.channel =
                FileChannel.open(
                        temporary,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        this.reserve = DiskReserve.at(temporary);
    }

    /**
     * @return where {@code bytes} begins in the file
     * @throws IOException also when too little room would be left for others
     */
    long append(ByteBuffer bytes) throws IOException {
        reserve.check(bytes.remaining());
        long at = channel.size();
        long position = at;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        return at;
    }

    /** What was written, readable as memory also after the file was renamed or deleted. */
    MappedByteBuffer map(long at, long length) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, at, length);
    }

    /** Makes the file appear as {@code target}, replacing what was there. */
    void commit(Path target) throws IOException {
        channel.force(true);
        Files.move(
                temporary,
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        committed = true;
        try (FileChannel folder = FileChannel.open(target.getParent())) {
            folder.force(true);
        } catch (IOException _) {
            // Some systems cannot sync a folder; the file itself is safe.
        }
    }

    /** A file that was not committed is gone. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (!committed) {
            Files.deleteIfExists(temporary);
        }
    }
}
