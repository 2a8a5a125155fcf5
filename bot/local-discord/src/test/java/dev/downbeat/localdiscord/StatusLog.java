package dev.downbeat.localdiscord;

import static org.junit.jupiter.api.Assertions.fail;

import net.dv8tion.jda.api.audio.hooks.ConnectionListener;
import net.dv8tion.jda.api.audio.hooks.ConnectionStatus;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Notes what JDA says about its voice connection and its gateway, for a test to wait on. */
final class StatusLog implements ConnectionListener, EventListener {
    private final BlockingQueue<ConnectionStatus> statuses = new LinkedBlockingQueue<>();
    private final BlockingQueue<GenericEvent> events = new LinkedBlockingQueue<>();

    @Override
    public void onStatusChange(ConnectionStatus status) {
        statuses.add(status);
    }

    @Override
    public void onEvent(GenericEvent event) {
        events.add(event);
    }

    void clear() {
        statuses.clear();
        events.clear();
    }

    void awaitStatus(ConnectionStatus... wanted) throws InterruptedException {
        while (true) {
            ConnectionStatus next = poll(statuses);
            if (next == null) {
                fail("JDA's voice never became any of " + List.of(wanted));
            }
            if (List.of(wanted).contains(next)) {
                return;
            }
        }
    }

    <T extends GenericEvent> T awaitEvent(Class<T> wanted) throws InterruptedException {
        while (true) {
            GenericEvent next = poll(events);
            if (next == null) {
                return fail("JDA never fired " + wanted.getSimpleName());
            }
            if (wanted.isInstance(next)) {
                return wanted.cast(next);
            }
        }
    }

    private static <T> @Nullable T poll(BlockingQueue<T> queue) throws InterruptedException {
        return queue.poll(TestBot.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
