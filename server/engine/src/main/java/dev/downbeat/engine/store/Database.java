package dev.downbeat.engine.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * One writing thread whose commits are shared by all who wrote in the meantime, and a few reading
 * threads. They are our own because H2 closes its file under a thread that is interrupted. Any
 * thread may call; it waits at most 10 s. A full queue (1,024) refuses.
 */
final class Database implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int QUEUE = 1024;
    private static final int BATCH = 256;
    private static final int READERS = 4;

    private final BlockingQueue<Task<?>> writes = new ArrayBlockingQueue<>(QUEUE);
    private final LongAdder written = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final ThreadPoolExecutor readers;
    private final Thread writer;
    private final Jdbi jdbi;
    private final CommitBarrier barrier;
    private volatile boolean closing;

    Database(Jdbi jdbi, CommitBarrier barrier) {
        this.jdbi = jdbi;
        this.barrier = barrier;
        this.readers =
                new ThreadPoolExecutor(
                        READERS,
                        READERS,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(QUEUE),
                        Thread.ofPlatform().daemon().name("store-reader-", 0).factory());
        this.writer = Thread.ofPlatform().daemon().name("store-writer").start(this::writeAll);
    }

    /** Returns when the work is durable. */
    <T extends @Nullable Object> T write(Work<T> work) {
        Task<T> task = new Task<>(work);
        if (closing || !writes.offer(task)) {
            failures.increment();
            throw new StoreFailed("Too many writes wait", new RejectedExecutionException());
        }
        return task.await(PATIENCE);
    }

    <T extends @Nullable Object> T read(Work<T> work) {
        Task<T> task = new Task<>(work);
        try {
            readers.execute(() -> runRead(task));
        } catch (RejectedExecutionException full) {
            failures.increment();
            throw new StoreFailed("Too many reads wait", full);
        }
        return task.await(PATIENCE);
    }

    long written() {
        return written.sum();
    }

    long commits() {
        return commits.sum();
    }

    long failures() {
        return failures.sum();
    }

    /** What was accepted is still written. */
    @Override
    public void close() {
        closing = true;
        readers.shutdown();
        try {
            // Wakes the writer; nothing else of this kind is ever queued.
            writes.put(new Task<@Nullable Void>(_ -> null));
            writer.join(PATIENCE);
            boolean _ = readers.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAll() {
        List<Task<?>> batch = new ArrayList<>(BATCH);
        try {
            while (!closing || !writes.isEmpty()) {
                batch.add(writes.take());
                writes.drainTo(batch, BATCH - 1);
                batch.removeIf(Task::isAbandoned);
                runTogether(batch);
                batch.clear();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** One commit for all; where that fails, one for each, so that a bad write harms no other. */
    private void runTogether(List<Task<?>> batch) {
        try {
            List<Runnable> durable = commit(batch);
            commits.increment();
            written.add(batch.size());
            durable.forEach(Runnable::run);
        } catch (RuntimeException | Error _) {
            batch.forEach(this::runAlone);
        }
    }

    private void runRead(Task<?> task) {
        try {
            jdbi.inTransaction(task::run).run();
        } catch (RuntimeException | Error failure) {
            failures.increment();
            task.fail(failure);
        }
    }

    private void runAlone(Task<?> task) {
        try {
            commit(List.of(task)).forEach(Runnable::run);
        } catch (RuntimeException | Error failure) {
            failures.increment();
            task.fail(failure);
        }
    }

    /** What to tell the waiters, once it is durable. */
    private List<Runnable> commit(List<Task<?>> batch) {
        try (Handle handle = jdbi.open()) {
            List<Runnable> told =
                    handle.inTransaction(
                            _ -> batch.stream().map(task -> task.run(handle)).toList());
            barrier.await(handle);
            return told;
        } catch (SQLException failure) {
            throw new StoreFailed("The commit may not be durable", failure);
        }
    }
}
