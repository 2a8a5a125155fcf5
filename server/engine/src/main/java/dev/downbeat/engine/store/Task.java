package dev.downbeat.engine.store;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work and whoever waits for it. */
final class Task<T extends @Nullable Object> {
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private final Work<T> work;

    Task(Work<T> work) {
        this.work = work;
    }

    /** What to tell the waiter once the transaction is durable. */
    Runnable run(Handle handle) {
        T result = work.on(handle);
        return () -> done.complete(result);
    }

    void fail(Throwable failure) {
        done.completeExceptionally(failure);
    }

    /** Nobody waits any more: not to be run. */
    boolean isAbandoned() {
        return done.isDone();
    }

    /** Run when it is durable, before anyone whose task comes later in the batch is told. */
    Task<T> then(Runnable kept) {
        var _ = done.thenRun(kept);
        return this;
    }

    T await(Duration patience) {
        try {
            return done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new StoreFailed("The database refused", failure);
        } catch (TimeoutException slow) {
            throw abandoned("The database did not answer within " + patience, slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw abandoned("Interrupted while waiting for the database", stopped);
        }
    }

    private StoreFailed abandoned(String message, Exception cause) {
        done.cancel(false);
        return new StoreFailed(message, cause);
    }
}
