package dev.downbeat.localdiscord.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells whoever listens that something here changed, and lets a caller wait for a change. */
public final class Changes {
    /** Something happened; {@code what} is a word such as {@code message} or {@code voice}. */
    public record Change(String what, ObjectNode details) {}

    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    /** The listener runs on the thread that made the change and must not wait. */
    public AutoCloseable listen(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void tell(String what, ObjectNode details) {
        Change change = new Change(what, details);
        listeners.forEach(listener -> listener.accept(change));
    }

    /**
     * Asks the probe now and after each change until it answers.
     *
     * @throws IllegalStateException when it has not answered in time
     */
    public <T> T await(String what, Duration limit, Supplier<Optional<T>> probe) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Consumer<Change> listener = _ -> probe.get().ifPresent(answer::complete);
        listeners.add(listener);
        try {
            probe.get().ifPresent(answer::complete);
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new IllegalStateException("Waited " + limit + " in vain for: " + what);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for: " + what);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            listeners.remove(listener);
        }
    }
}
