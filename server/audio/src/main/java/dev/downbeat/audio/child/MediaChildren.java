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
import java.io.UncheckedIOException;
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

    private final ChildFolders folders;
    private final ChildLimits limits;
    private final Launcher launcher;
    private final Semaphore places;

    /** Probes come by the thousand when a library is read; they leave a place for music. */
    private final Semaphore probing;

    private final Deque<ChildProcess> warm = new ArrayDeque<>();
    private final Set<ChildProcess> alive = new HashSet<>();
    private boolean closed;

    private MediaChildren(ChildFolders folders, ChildLimits limits) {
        this.folders = folders;
        this.limits = limits;
        this.launcher = new Launcher(limits.heapMegabytes());
        this.places = new Semaphore(limits.running(), true);
        this.probing = new Semaphore(Math.max(1, limits.running() - 1), true);
    }

    /**
     * @throws IOException when there is no folder for the first child
     */
    public static MediaChildren open(ChildFolders folders, ChildLimits limits) throws IOException {
        MediaChildren children = new MediaChildren(folders, limits);
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
        ChildProcess child;
        try {
            child = take();
        } catch (IOException _) {
            return new Job(Refusal.FOLDER_LOST.code(), null, false);
        }
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

    /** A waiting one, else a new one; null when all is closed. */
    private @Nullable ChildProcess take() throws IOException {
        ChildProcess child = waiting();
        while (child != null && !child.isUsable()) {
            discard(child);
            child = waiting();
        }
        ChildProcess taken = child == null ? start() : child;
        keepOneWarm();
        return taken;
    }

    private synchronized @Nullable ChildProcess waiting() {
        return closed ? null : warm.poll();
    }

    private void giveBack(ChildProcess child, boolean isHealthy) {
        synchronized (this) {
            if (isHealthy && child.isUsable() && !closed && warm.size() < limits.running()) {
                warm.addFirst(child);
                while (warm.size() > 1) {
                    discard(warm.removeLast());
                }
                return;
            }
        }
        discard(child);
        keepOneWarm();
    }

    private void discard(ChildProcess child) {
        synchronized (this) {
            alive.remove(child);
        }
        child.close();
    }

    /** No harm to the job at hand when there is no folder for another child. */
    private void keepOneWarm() {
        try {
            warmUp();
        } catch (IOException | UncheckedIOException _) {
            // The next job tries again, and says so.
        }
    }

    /** Sees to it that one waits. */
    private void warmUp() throws IOException {
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

    private synchronized @Nullable ChildProcess start() throws IOException {
        if (closed) {
            return null;
        }
        Path own = folders.forChild();
        try {
            ChildProcess child = new ChildProcess(launcher.start(own), own);
            alive.add(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("a media child could not be started", e);
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
