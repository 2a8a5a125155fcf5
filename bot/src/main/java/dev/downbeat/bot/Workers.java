package dev.downbeat.bot;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** Virtual threads for what people ask on Discord: so many at once, the next is refused. */
final class Workers implements Executor, AutoCloseable {
    private static final int AT_ONCE = 256;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @throws RejectedExecutionException when full or closed
     */
    @Override
    public void execute(Runnable task) {
        if (!places.tryAcquire()) {
            throw new RejectedExecutionException("too much at once");
        }
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    places.release();
                }
            });
        } catch (RejectedExecutionException closed) {
            places.release();
            throw closed;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
