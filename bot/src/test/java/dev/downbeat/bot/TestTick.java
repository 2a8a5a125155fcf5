package dev.downbeat.bot;

import dev.downbeat.audio.Ticked;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Fifty ticks a second, without the real tick's care for lateness. */
public final class TestTick implements AutoCloseable {
    private final List<Ticked> ticked = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> beat =
            thread.scheduleAtFixedRate(this::tick, 0, 20, TimeUnit.MILLISECONDS);
    private long number;

    private void tick() {
        long now = number++;
        ticked.forEach(it -> it.tick(now));
    }

    public AutoCloseable join(Ticked one) {
        ticked.add(one);
        return () -> ticked.remove(one);
    }

    @Override
    public void close() {
        beat.cancel(true);
        thread.shutdownNow();
    }
}
