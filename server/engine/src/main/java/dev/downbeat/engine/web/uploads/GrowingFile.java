package dev.downbeat.engine.web.uploads;

import dev.downbeat.engine.reasons.Reason;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file on disk whose bytes come in pieces, in any order; readers wait for the bytes they need.
 * Any thread may call.
 */
final class GrowingFile {
    private final Path path;
    private final long length;
    private final Duration stalled;
    private final FileChannel channel;
    private final Spans spans = new Spans();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private boolean gone;
    private final AtomicInteger readers = new AtomicInteger();

    GrowingFile(Path path, long length, Duration stalled) throws IOException {
        this.path = path;
        this.length = length;
        this.stalled = stalled;
        this.channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
    }

    long length() {
        return length;
    }

    void put(long at, byte[] bytes) throws IOException {
        ByteBuffer piece = ByteBuffer.wrap(bytes);
        while (piece.hasRemaining()) {
            channel.write(piece, at + piece.position());
        }
        lock.lock();
        try {
            spans.add(at, at + bytes.length);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for at least one byte; -1 at the end. */
    int read(long at, byte[] target, int offset, int wanted) throws IOException {
        if (at >= length) {
            return -1;
        }
        long there = awaitByte(at);
        int count = (int) Math.min(wanted, there);
        return channel.read(ByteBuffer.wrap(target, offset, count), at);
    }

    private long awaitByte(long at) throws IOException {
        lock.lock();
        try {
            long left = stalled.toNanos();
            long known = spans.total();
            while (!gone && spans.availableAt(at) == 0) {
                if (left <= 0) {
                    throw new IOException(Reason.UPLOAD_BROKE_OFF.code());
                }
                left = grown.awaitNanos(left);
                left = spans.total() > known ? stalled.toNanos() : left;
                known = spans.total();
            }
            if (gone) {
                throw new IOException(Reason.UPLOAD_GONE.code());
            }
            return spans.availableAt(at);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("not waited for any longer");
        } finally {
            lock.unlock();
        }
    }

    /** Waits until more than {@code known} bytes are there; false when that does not happen. */
    boolean awaitMoreThan(long known, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!gone && spans.total() <= known && left > 0) {
                left = grown.awaitNanos(left);
            }
            return !gone && spans.total() > known;
        } finally {
            lock.unlock();
        }
    }

    /** Whether all bytes from {@code from} to {@code to} are there. */
    boolean has(long from, long to) {
        lock.lock();
        try {
            return spans.has(Math.max(0, from), Math.min(to, length));
        } finally {
            lock.unlock();
        }
    }

    long received() {
        lock.lock();
        try {
            return spans.total();
        } finally {
            lock.unlock();
        }
    }

    boolean isComplete() {
        return received() == length;
    }

    boolean isGone() {
        lock.lock();
        try {
            return gone;
        } finally {
            lock.unlock();
        }
    }

    void readerCame() {
        readers.incrementAndGet();
    }

    void readerWent() {
        readers.decrementAndGet();
    }

    boolean isRead() {
        return readers.get() > 0;
    }

    /** Wakes every reader with a fault and removes the file. */
    void delete() throws IOException {
        lock.lock();
        try {
            gone = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        channel.close();
        Files.deleteIfExists(path);
    }
}
