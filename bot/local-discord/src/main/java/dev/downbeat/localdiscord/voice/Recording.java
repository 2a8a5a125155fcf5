package dev.downbeat.localdiscord.voice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * What one guild's voice heard: numbers for ever, and the newest packets themselves when it was
 * given room. Safe to use from any thread.
 */
public final class Recording {
    private static final long FRAME_NANOS = 20_000_000;
    private static final long PAUSE_SAMPLES = 960;

    private final int chunks;
    private final Deque<FrameChunk> kept = new ArrayDeque<>();
    private final RtpRules rules = new RtpRules();
    private final List<Consumer<CapturedFrame>> listeners = new ArrayList<>();
    private long packets;
    private long bytes;
    private long silence;
    private long undecryptable;
    private long empty;
    private long keepAlives;
    private long dropped;
    private long firstArrival;
    private long lastArrival;
    private long lastTimestamp;
    private long longestGap;

    /** {@code kept} zero keeps numbers only. */
    Recording(Duration kept) {
        long frames = kept.toNanos() / FRAME_NANOS;
        this.chunks = (int) Math.ceilDiv(frames, FrameChunk.CAPACITY);
    }

    synchronized void begin(int ssrc) {
        rules.restart(ssrc);
        lastArrival = 0;
    }

    synchronized void heard(
            long arrivalNanos, int sequence16, long timestamp32, long nonce, byte[] opus) {
        boolean isSilence = new Opus(opus).isSilence();
        long sequence = rules.accept(sequence16, timestamp32, nonce, isSilence);
        if (sequence < 0) {
            return;
        }
        measure(arrivalNanos, opus, isSilence);
        long index = packets++;
        if (chunks > 0) {
            keep(index, arrivalNanos, sequence, opus);
        }
        if (!listeners.isEmpty()) {
            tell(index, arrivalNanos, sequence, opus);
        }
    }

    private void measure(long arrivalNanos, byte[] opus, boolean isSilence) {
        bytes += opus.length;
        silence += isSilence ? 1 : 0;
        if (packets == 0) {
            firstArrival = arrivalNanos;
        }
        if (lastArrival != 0 && rules.timestamp() - lastTimestamp <= PAUSE_SAMPLES) {
            longestGap = Math.max(longestGap, arrivalNanos - lastArrival);
        }
        lastArrival = arrivalNanos;
        lastTimestamp = rules.timestamp();
    }

    private void keep(long index, long arrivalNanos, long sequence, byte[] opus) {
        if (kept.isEmpty() || kept.getLast().isFull()) {
            kept.add(new FrameChunk(index));
            if (kept.size() > chunks + 1) {
                kept.removeFirst();
            }
        }
        kept.getLast().add(arrivalNanos, sequence, rules.timestamp(), rules.ssrc(), opus);
    }

    private void tell(long index, long arrivalNanos, long sequence, byte[] opus) {
        CapturedFrame frame =
                new CapturedFrame(
                        index,
                        arrivalNanos,
                        sequence,
                        rules.timestamp(),
                        rules.ssrc(),
                        new Opus(opus));
        List.copyOf(listeners).forEach(listener -> listener.accept(frame));
    }

    synchronized void couldNotDecrypt() {
        undecryptable++;
    }

    synchronized void sawEmptyDatagram() {
        empty++;
    }

    synchronized void sawKeepAlive() {
        keepAlives++;
    }

    synchronized void droppedOnPurpose() {
        dropped++;
    }

    /** The listener runs on the thread that reads UDP and must not wait. */
    public synchronized AutoCloseable listen(Consumer<CapturedFrame> listener) {
        listeners.add(listener);
        return () -> forget(listener);
    }

    /** The index the next packet will get. */
    public synchronized long nextIndex() {
        return packets;
    }

    /** The kept packets from this index on, at most {@code limit}. */
    public synchronized List<CapturedFrame> since(long index, int limit) {
        List<CapturedFrame> found = new ArrayList<>();
        for (FrameChunk chunk : kept) {
            long at = Math.max(index, chunk.firstIndex());
            while (at < chunk.endIndex() && found.size() < limit) {
                found.add(chunk.get(at++));
            }
        }
        return found;
    }

    public List<CapturedFrame> since(long index) {
        return since(index, Integer.MAX_VALUE);
    }

    /** The oldest packet still kept. */
    public synchronized OptionalLong oldestIndex() {
        return kept.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(kept.getFirst().firstIndex());
    }

    public synchronized VoiceStatistics statistics() {
        return new VoiceStatistics(
                packets,
                bytes,
                silence,
                rules.lost(),
                rules.late(),
                rules.pauses(),
                undecryptable,
                empty,
                keepAlives,
                dropped,
                firstArrival,
                lastArrival,
                longestGap,
                rules.violations(),
                rules.notes());
    }

    /**
     * Waits until the packet with this index (or a later one) has come.
     *
     * @return false when it did not come in time
     */
    public boolean awaitPacket(long index, Duration limit) throws InterruptedException {
        CompletableFuture<Boolean> arrived = new CompletableFuture<>();
        Consumer<CapturedFrame> listener =
                frame -> {
                    if (frame.index() >= index) {
                        arrived.complete(true);
                    }
                };
        synchronized (this) {
            if (packets > index) {
                return true;
            }
            listeners.add(listener);
        }
        try {
            return arrived.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } finally {
            forget(listener);
        }
    }

    private synchronized void forget(Consumer<CapturedFrame> listener) {
        listeners.remove(listener);
    }
}
