package dev.downbeat.audio.stage;

import dev.downbeat.audio.FrameSupply;
import dev.downbeat.audio.Stage;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Opens the stages of a node's parties on one tick and one supply of frames. */
public final class Stages implements AutoCloseable {
    /** More shifts than this at one moment wait for the next tick. */
    private static final int SPLICES_WAITING_MAX = 64;

    private static final Executor ERRANDS =
            task -> Thread.ofVirtual().name("audio-errand").start(task);

    private final Tick tick;
    private final FrameSupply supply;

    // A platform thread: the arithmetic is native code, which would pin a virtual thread's carrier.
    private final ThreadPoolExecutor splicer =
            new ThreadPoolExecutor(
                    1,
                    1,
                    10,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(SPLICES_WAITING_MAX),
                    Thread.ofPlatform().name("audio-splice").daemon().factory());

    public Stages(Tick tick, FrameSupply supply) {
        this.tick = tick;
        this.supply = supply;
        splicer.allowCoreThreadTimeOut(true);
    }

    public Stage open() {
        return new PartyStage(tick, supply, ERRANDS, splicer);
    }

    @Override
    public void close() {
        splicer.shutdownNow();
    }
}
