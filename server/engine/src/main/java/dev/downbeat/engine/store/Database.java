package dev.downbeat.engine.store;

import dev.downbeat.engine.FaultTrace;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.EOFException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/**
 * One writing thread whose commits are shared by all who wrote in the meantime, and a few reading
 * threads. They are our own because H2 closes its file under a thread that is interrupted. Any
 * thread may call; it waits at most 10 s. A full queue (1,024) refuses.
 */
final class Database implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int QUEUE = 1024;
    private static final int BATCH = 256;
    private static final int READERS = 4;

    private final BlockingQueue<Task<?>> writes = new ArrayBlockingQueue<>(QUEUE);
    private final LongAdder written = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final ThreadPoolExecutor readers;
    private final Thread writer;
    private final Connections connections;
    private final Jdbi jdbi;
    private final CommitBarrier barrier;
    private final StoreHealth health;
    private volatile boolean closing;

    Database(Connections connections, CommitBarrier barrier, StoreHealth health) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
        this.barrier = barrier;
        this.health = health;
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
        return await(task);
    }

    <T extends @Nullable Object> T read(Work<T> work) {
        Task<T> task = new Task<>(work);
        try {
            readers.execute(() -> runRead(task));
        } catch (RejectedExecutionException full) {
            failures.increment();
            throw new StoreFailed("Too many reads wait", full);
        }
        return await(task);
    }

    private <T extends @Nullable Object> T await(Task<T> task) {
        try {
            return task.await(PATIENCE);
        } catch (StoreFailed failed) {
            if (failed.getCause() instanceof TimeoutException late) {
                health.failed(late);
            }
            throw failed;
        }
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
                Task<?> first =
                        writes.poll(Connections.BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    writes.drainTo(batch, BATCH - 1);
                    batch.removeIf(Task::isAbandoned);
                }
                runAll(batch);
                batch.clear();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** After a failure a write of our own goes with it: the others may have nothing to write. */
    private void runAll(List<Task<?>> batch) {
        if (connections.isBroken()) {
            health.failed(connections.fault());
        }
        if (!health.isFailing()) {
            runTogether(batch);
            return;
        }
        batch.addFirst(new Task<>(Database::probe).then(health::succeeded));
        runTogether(batch);
    }

    /** Leaves nothing, but has to reach the disk. */
    private static int probe(Handle handle) {
        return handle.execute(
                        "insert into ticket (hash, party, role, uses_left, expires_at)"
                                + " values ('probe', '', '', 0, current_timestamp)")
                + handle.execute("delete from ticket where hash = 'probe'");
    }

    /**
     * One commit for all; where their work fails, one for each, so that a bad write harms no other.
     * What may have been committed is not tried again: whether it was shows the next read.
     */
    private void runTogether(List<Task<?>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Runnable> durable = commit(batch);
            commits.increment();
            written.add(batch.size());
            durable.forEach(Runnable::run);
        } catch (WorkFailed undone) {
            if (batch.size() > 1 && !connections.isBroken()) {
                batch.forEach(task -> runTogether(List.of(task)));
            } else {
                fail(batch, undone.fault());
            }
        } catch (RuntimeException | Error unknown) {
            fail(batch, unknown);
        }
    }

    private void fail(List<Task<?>> batch, Throwable fault) {
        failures.add(batch.size());
        report(fault);
        batch.forEach(task -> task.fail(fault));
    }

    private void report(Throwable fault) {
        if (connections.isBroken()) {
            health.failed(connections.fault());
        } else if (health.isFailing() || StoreHealth.isOfDatabase(fault)) {
            health.failed(fault);
        } else {
            LOG.error("A read or a write failed: {}", FaultTrace.of(fault));
        }
    }

    /** What closed itself is opened again, once, for whoever comes first. */
    private void runRead(Task<?> task) {
        try {
            readOrMend(task).run();
        } catch (RuntimeException | Error failure) {
            failures.increment();
            report(failure);
            task.fail(failure);
        }
    }

    private Runnable readOrMend(Task<?> task) {
        try {
            return jdbi.inTransaction(task::run);
        } catch (RuntimeException | Error failure) {
            if (connections.isBroken() && connections.mend()) {
                return jdbi.inTransaction(task::run);
            }
            throw failure;
        }
    }

    /** What to tell the waiters, once it is durable. */
    private List<Runnable> commit(List<Task<?>> batch) {
        if (!connections.mend()) {
            throw new StoreFailed("The database is closed", connections.fault());
        }
        if (!connections.isInPlace()) {
            throw new StoreFailed(
                    "The database file is gone", new NoSuchFileException(connections.place()));
        }
        if (connections.isCutShort()) {
            throw new StoreFailed(
                    "The database file was cut short", new EOFException(connections.place()));
        }
        if (health.isFailing() && !connections.hasRoom()) {
            // Not even tried: it would close the database under those who read.
            throw new StoreFailed("The disk is full", new IllegalStateException());
        }
        try (Handle handle = jdbi.open()) {
            List<Runnable> told =
                    handle.inTransaction(
                            _ -> batch.stream().map(task -> worked(task, handle)).toList());
            barrier.await(handle);
            return told;
        } catch (SQLException failure) {
            throw new StoreFailed("The commit may not be durable", failure);
        }
    }

    private static Runnable worked(Task<?> task, Handle handle) {
        try {
            return task.run(handle);
        } catch (RuntimeException fault) {
            throw new WorkFailed(fault);
        }
    }

    /** Before the commit, so that nothing of the batch was written. */
    private static final class WorkFailed extends RuntimeException {
        private final RuntimeException fault;

        WorkFailed(RuntimeException fault) {
            super(fault);
            this.fault = fault;
        }

        RuntimeException fault() {
            return fault;
        }
    }
}
