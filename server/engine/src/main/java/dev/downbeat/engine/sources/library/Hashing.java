package dev.downbeat.engine.sources.library;

import dev.downbeat.audio.Refusal;
import dev.downbeat.engine.reasons.Reason;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads files for their SHA-256 on two threads of its own, because a file keeps a processor or a
 * disk busy for seconds and would hold what carries the virtual threads. Of the same file one
 * reading runs at a time, and whoever asks meanwhile waits for it. When the last one who waits is
 * interrupted, it ends. {@value #MOST_WAITING} files may wait for a thread; one more is refused.
 *
 * @param <K> what is the same for the same bytes
 */
final class Hashing<K> implements AutoCloseable {
    static final int THREADS = 2;
    static final int MOST_WAITING = 128;
    private static final int BLOCK = 1 << 16;
    private static final int IDLE_SECONDS = 30;

    private final Map<K, Reading> readings = new HashMap<>();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MOST_WAITING),
                    Thread.ofPlatform().daemon().name("library-hash-", 0).factory());

    Hashing() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** One file being read, and how many wait for it. Guarded by its owner. */
    private final class Reading extends FutureTask<String> {
        private final K key;
        private int waiting;

        Reading(K key, ContentKeys.Opened bytes) {
            super(() -> hash(bytes));
            this.key = key;
        }
    }

    /** Waits on the caller's thread, which may be a virtual one. */
    String of(K key, ContentKeys.Opened bytes) throws IOException {
        Reading reading = join(key, bytes);
        try {
            return reading.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(Refusal.STOPPING.code());
        } catch (CancellationException _) {
            throw new IOException(Refusal.STOPPING.code());
        } catch (ExecutionException failure) {
            throw lost(failure.getCause());
        } finally {
            leave(reading);
        }
    }

    private synchronized Reading join(K key, ContentKeys.Opened bytes) throws IOException {
        Reading there = readings.get(key);
        Reading reading = there == null ? begin(key, bytes) : there;
        reading.waiting++;
        return reading;
    }

    private Reading begin(K key, ContentKeys.Opened bytes) throws IOException {
        Reading reading = new Reading(key, bytes);
        try {
            threads.execute(reading);
        } catch (RejectedExecutionException _) {
            throw new IOException(
                    threads.isShutdown() ? Refusal.STOPPING.code() : Reason.LIBRARY_BUSY.code());
        }
        readings.put(key, reading);
        return reading;
    }

    private synchronized void leave(Reading reading) {
        if (--reading.waiting == 0) {
            readings.remove(reading.key, reading);
            reading.cancel(true);
            threads.remove(reading);
        }
    }

    /** Every one who waits gets an exception of its own. */
    private static IOException lost(@Nullable Throwable cause) {
        return cause instanceof IOException
                ? new IOException(cause.getMessage(), cause)
                : new IOException(Refusal.SERVER_FAULT.code(), cause);
    }

    private static String hash(ContentKeys.Opened bytes) throws IOException {
        MessageDigest digest = LibraryScan.sha256();
        byte[] block = new byte[BLOCK];
        try (InputStream in = bytes.open()) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException(Refusal.STOPPING.code());
                }
                digest.update(block, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public synchronized void close() {
        threads.shutdownNow();
        readings.values().forEach(reading -> reading.cancel(true));
    }
}
