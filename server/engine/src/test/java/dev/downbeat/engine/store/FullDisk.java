package dev.downbeat.engine.store;

import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

/**
 * Files of H2 under {@code full:} on a disk whose room is limited: a file that needs more is
 * written as far as it fits, then the write fails, as systems do it.
 */
public final class FullDisk extends FilePathWrapper {
    private static final String FAULT = "No space left on device";

    private static volatile long room = Long.MAX_VALUE;

    static void mount() {
        empty();
        FilePath.register(new FullDisk());
    }

    /** In bytes; no file may become longer. */
    static void fillUpTo(long bytes) {
        room = bytes;
    }

    static void empty() {
        room = Long.MAX_VALUE;
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    private static final class Channel extends FileBase {
        private final FileChannel base;

        Channel(FileChannel base) {
            this.base = base;
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            long fits = Math.max(base.size(), room) - position;
            if (fits <= 0) {
                throw new IOException(FAULT);
            }
            if (fits >= from.remaining()) {
                return base.write(from, position);
            }
            int end = from.limit();
            from.limit(from.position() + (int) fits);
            try {
                return base.write(from, position);
            } finally {
                from.limit(end);
            }
        }

        @Override
        public synchronized int write(ByteBuffer from) throws IOException {
            int count = write(from, base.position());
            base.position(base.position() + count);
            return count;
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return base.read(into, position);
        }

        @Override
        public synchronized int read(ByteBuffer into) throws IOException {
            return base.read(into);
        }

        @Override
        public long position() throws IOException {
            return base.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            base.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            base.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            base.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
