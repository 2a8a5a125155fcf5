package dev.downbeat.engine.sources.library;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How far the first look at the folders has come: what is not found before its end may be there all
 * the same. Any thread may call.
 */
public final class FirstLook {
    private final CountDownLatch named = new CountDownLatch(1);
    private volatile boolean ended;

    FirstLook() {}

    /** Every file is known by its name. */
    void named() {
        named.countDown();
    }

    /** And by its tags. */
    void ended() {
        ended = true;
    }

    /** Waits until every file is known by its name, no longer than {@code most}. */
    public void awaitNames(Duration most) throws InterruptedException {
        boolean _ = named.await(most.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether all that lies there can be found by all that is known of it. */
    public boolean hasEnded() {
        return ended;
    }
}
