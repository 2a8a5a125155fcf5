package dev.downbeat.audio.child;

import dev.downbeat.audio.MediaInfo;
import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Probe;
import dev.downbeat.audio.Refusal;
import dev.downbeat.audio.child.wire.Order;
import dev.downbeat.audio.child.wire.Packet;
import dev.downbeat.audio.child.wire.Take;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * The media children of one node: one waits warm, at most three work. A child that dies, hangs,
 * needs too much memory or talks nonsense costs its job, which is refused, and is replaced. Any
 * thread may call; calls wait.
 */
public final class MediaChildren implements AutoCloseable {
    private static final int JOBS_PER_CHILD = 200;
    private static final String STOPPED = Refusal.STOPPING.code();

    private final Path folder;
    private final ChildLimits limits;
    private final Launcher launcher;
    private final Semaphore places;

    /** Probes come by the thousand when a library is read; they leave a place for music. */
    private final Semaphore probing;

    private final Deque<ChildProcess> warm = new ArrayDeque<>();
    private final Set<ChildProcess> alive = new HashSet<>();
    private boolean closed;

    private MediaChildren(Path folder, ChildLimits limits) {
        this.folder = folder;
        this.limits = limits;
        this.launcher = new Launcher(limits.heapMegabytes());
        this.places = new Semaphore(limits.running(), true);
        this.probing = new Semaphore(Math.max(1, limits.running() - 1), true);
    }

    /**
     * @param folder for the children's own folders; exists and is empty
     */
    public static MediaChildren open(Path folder, ChildLimits limits) {
        MediaChildren children = new MediaChildren(folder, limits);
        children.warmUp();
        return children;
    }

    /** Reads tags and duration; waits no longer than the limit for probes. */
    public Probe probe(MediaStream media) {
        if (media.length() > MediaStream.MOST_BYTES) {
            return new Probe.Refused(Refusal.tooLarge());
        }
        boolean isOurTurn = false;
        try {
            isOurTurn = probing.tryAcquire(limits.probe().toMillis(), TimeUnit.MILLISECONDS);
            return isOurTurn ? probeNow(media) : new Probe.Refused(Refusal.DECODERS_BUSY.code());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Probe.Refused(STOPPED);
        } finally {
            if (isOurTurn) {
                probing.release();
            }
        }
    }

    private Probe probeNow(MediaStream media) throws InterruptedException {
        if (!places.tryAcquire(limits.probe().toMillis(), TimeUnit.MILLISECONDS)) {
            return new Probe.Refused(Refusal.DECODERS_BUSY.code());
        }
        try {
            Job result =
                    run(
                            media,
                            job -> new Order.Probe(job, media.fileName(), media.length()),
                            NOBODY,
                            limits.probe());
            MediaInfo info = result.info();
            String refused = result.refused();
            if (refused != null || info == null) {
                return new Probe.Refused(refused == null ? Refusal.DAMAGED.code() : refused);
            }
            return new Probe.Read(info);
        } finally {
            places.release();
        }
    }

    /**
     * Makes the canonical frames of a medium, those from {@code firstIndex} on first (negative:
     * nobody waits for any).
     *
     * @return the reason's code when it is refused; null when all frames were made
     */
    public @Nullable String ingest(MediaStream media, long firstIndex, IngestListener listener)
            throws InterruptedException {
        if (media.length() > MediaStream.MOST_BYTES) {
            return Refusal.tooLarge();
        }
        places.acquire();
        try {
            IntFunction<Order> order =
                    job -> new Order.Ingest(job, media.fileName(), media.length(), firstIndex);
            return run(media, order, listener, limits.job()).refused();
        } finally {
            places.release();
        }
    }

    private record Job(@Nullable String refused, @Nullable MediaInfo info, boolean neverBegan) {}

    private Job run(
            MediaStream media, IntFunction<Order> order, IngestListener listener, Duration whole)
            throws InterruptedException {
        Job job = runOnce(media, order, listener, whole);
        // A waiting child may have been killed: that says nothing about this medium.
        return job.neverBegan() ? runOnce(media, order, listener, whole) : job;
    }

    private Job runOnce(
            MediaStream media, IntFunction<Order> order, IngestListener listener, Duration whole)
            throws InterruptedException {
        ChildProcess child = take();
        if (child == null) {
            return new Job(STOPPED, null, false);
        }
        boolean isHealthy = false;
        int number = child.countJob();
        ChildJob job = new ChildJob(child, number, media, listener, limits.silence(), whole);
        try {
            String refused = job.run(order.apply(number));
            isHealthy = number < JOBS_PER_CHILD;
            return new Job(refused, job.info(), false);
        } catch (ChildDied e) {
            return new Job(e.getMessage(), null, !job.heardAnything());
        } finally {
            giveBack(child, isHealthy);
        }
    }

    private @Nullable ChildProcess take() {
        ChildProcess child;
        synchronized (this) {
            if (closed) {
                return null;
            }
            warm.removeIf(waiting -> !waiting.isAlive());
            child = warm.poll();
        }
        try {
            return child == null ? start() : child;
        } finally {
            warmUp();
        }
    }

    private void giveBack(ChildProcess child, boolean isHealthy) {
        synchronized (this) {
            if (isHealthy && !closed && warm.size() < limits.running()) {
                warm.addFirst(child);
                while (warm.size() > 1) {
                    discard(warm.removeLast());
                }
                return;
            }
        }
        discard(child);
        warmUp();
    }

    private void discard(ChildProcess child) {
        synchronized (this) {
            alive.remove(child);
        }
        child.close();
    }

    /** Sees to it that one waits. */
    private void warmUp() {
        synchronized (this) {
            if (closed || !warm.isEmpty()) {
                return;
            }
        }
        ChildProcess child = start();
        synchronized (this) {
            if (child != null && !closed) {
                warm.addLast(child);
            }
        }
    }

    private @Nullable ChildProcess start() {
        synchronized (this) {
            if (closed) {
                return null;
            }
            try {
                // Never a name used before: the folder of a child that ended goes when it is gone.
                Path own = Files.createTempDirectory(folder, "child-");
                ChildProcess child = new ChildProcess(launcher.start(own), own);
                alive.add(child);
                return child;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("a media child could not be started", e);
            }
        }
    }

    /** Process ids of all children, for a test that kills them. */
    synchronized List<Long> processIds() {
        return alive.stream().map(ChildProcess::processId).toList();
    }

    @Override
    public void close() {
        List<ChildProcess> children;
        synchronized (this) {
            closed = true;
            children = List.copyOf(alive);
            alive.clear();
            warm.clear();
        }
        children.forEach(ChildProcess::close);
    }

    private static final IngestListener NOBODY =
            new IngestListener() {
                @Override
                public void made(Take take, long first, List<Packet> packets) {}

                @Override
                public void counted(long frames) {}

                @Override
                public void settled(long index) {}

                @Override
                public void finished() {}
            };
}
