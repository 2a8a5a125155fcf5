package dev.downbeat.audio.child.level;

import dev.downbeat.audio.DiskReserve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file that never takes the disk's last room. Guarded by its owner. */
public final class Spool implements AutoCloseable {
    private final FileChannel channel;
    private final DiskReserve reserve;

    /**
     * Makes the file; it goes when it is closed.
     *
     * @param file must not exist
     */
    public Spool(Path file) throws IOException {
        this.channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
        // Not the file itself: where the system allows it, it has no name already.
        this.reserve = DiskReserve.at(file.resolveSibling(""));
    }

    /**
     * Writes all of it.
     *
     * @throws IOException when the disk has too little room for it
     */
    public void write(ByteBuffer bytes, long at) throws IOException {
        reserve.check(bytes.remaining());
        long position = at;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }

    /**
     * @return how many bytes came; -1 behind the end
     */
    public int read(ByteBuffer into, long at) throws IOException {
        return channel.read(into, at);
    }

    /** What was written before, so that a full disk is an exception there, not a fault later. */
    MappedByteBuffer map(long at, long length) throws IOException {
        return channel.map(FileChannel.MapMode.READ_WRITE, at, length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
