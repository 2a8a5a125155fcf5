package dev.downbeat.audio.stage;

import dev.downbeat.audio.Playback;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Tells one play's listener what happens, in order, never on the tick's threads. One caller at a
 * time.
 */
final class Announcer {
    private final Playback listener;
    private final Executor executor;
    private boolean muted;
    private CompletableFuture<?> last = CompletableFuture.completedFuture("");

    Announcer(Playback listener, Executor executor) {
        this.listener = listener;
        this.executor = executor;
    }

    void sounding(Duration position, long atNanos) {
        tell(() -> listener.sounding(position, atNanos));
    }

    void finished() {
        tell(listener::finished);
    }

    void failed(String reason) {
        tell(() -> listener.failed(reason));
    }

    /** Nothing more is told: another play has taken over. */
    void mute() {
        muted = true;
    }

    private void tell(Runnable call) {
        if (muted) {
            return;
        }
        last =
                last.handleAsync(
                        (_, _) -> {
                            call.run();
                            return "";
                        },
                        executor);
    }
}
