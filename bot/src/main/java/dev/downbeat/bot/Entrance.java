package dev.downbeat.bot;

import net.dv8tion.jda.api.JDA;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Logs in to Discord while the rest is being built: after a kill, every second is silence. */
final class Entrance implements AutoCloseable {
    private final CompletableFuture<JDA> jda = new CompletableFuture<>();
    private final Thread thread;

    Entrance(DiscordLogin login) {
        this.thread = Thread.ofVirtual().name("discord-login").start(() -> enter(login));
    }

    private void enter(DiscordLogin login) {
        try {
            jda.complete(login.in());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            jda.completeExceptionally(
                    new CannotStart("it was stopped while logging in to Discord"));
        } catch (RuntimeException fault) {
            jda.completeExceptionally(fault);
        }
    }

    /**
     * Waits until the guilds are known.
     *
     * @throws CannotStart when Discord does not let us in
     */
    JDA await() {
        try {
            return jda.join();
        } catch (CompletionException fault) {
            throw fault.getCause() instanceof CannotStart reason
                    ? reason
                    : new CannotStart("Discord cannot be reached: " + fault.getCause(), fault);
        }
    }

    /** Whoever is in by then is shown out. */
    @Override
    public void close() {
        thread.interrupt();
        var _ = jda.whenComplete((in, _) -> shutdown(in));
    }

    private static void shutdown(@org.jspecify.annotations.Nullable JDA in) {
        if (in != null) {
            in.shutdownNow();
        }
    }
}
