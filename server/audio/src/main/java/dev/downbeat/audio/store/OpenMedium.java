package dev.downbeat.audio.store;

import dev.downbeat.audio.child.IngestListener;
import dev.downbeat.audio.child.wire.Packet;
import dev.downbeat.audio.child.wire.Take;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One medium in use: its entry, or the takes of an ingest. Read by any thread without waiting;
 * written by the thread that loads or ingests it.
 */
final class OpenMedium implements IngestListener {
    /** A reader may be this far ahead of what it was last seen to read. */
    private static final long READ_AHEAD_FRAMES = 50;

    private static final int UNKNOWN_LOUDNESS = 255;
    private static final long UNKNOWN = -1;

    private final Temporaries temporaries;
    private volatile Page.@Nullable InFile entry;
    private volatile @Nullable GrowingFrames live;
    private volatile @Nullable GrowingFrames clean;
    private volatile @Nullable GrowingFrames whole;
    private volatile long settledAt = Long.MAX_VALUE;
    private volatile long changeOver = Long.MAX_VALUE;
    private volatile long readLive = UNKNOWN;
    private volatile long frames = UNKNOWN;
    private volatile @Nullable String failure;
    private final CountDownLatch done = new CountDownLatch(1);

    OpenMedium(Temporaries temporaries) {
        this.temporaries = temporaries;
    }

    byte @Nullable [] at(long index) {
        Page.InFile stored = entry;
        if (stored != null) {
            return index >= 0 && index < frames ? stored.packet((int) index) : null;
        }
        GrowingFrames take = takeOf(index);
        return take == null ? null : take.packet(index);
    }

    int loudnessAt(long index) {
        Page.InFile stored = entry;
        if (stored != null) {
            return index >= 0 && index < frames ? stored.loudness((int) index) : UNKNOWN_LOUDNESS;
        }
        GrowingFrames take = takeOf(index);
        return take == null ? UNKNOWN_LOUDNESS : take.loudness(index);
    }

    /** The live take where it was or may have been read, the clean one elsewhere. */
    private @Nullable GrowingFrames takeOf(long index) {
        GrowingFrames first = live;
        if (first != null && index < changeOver && first.has(index)) {
            readLive = Math.max(readLive, index);
            return first;
        }
        GrowingFrames whole = clean;
        return whole != null && whole.has(index) ? whole : null;
    }

    OptionalLong count() {
        return frames == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(frames);
    }

    @Nullable String failure() {
        return failure;
    }

    void loaded(Page.InFile stored) {
        frames = stored.ends().length;
        entry = stored;
    }

    @Override
    public void made(Take take, long first, List<Packet> packets) {
        GrowingFrames to = growing(take, first);
        if (to.end() == first) {
            packets.forEach(to::add);
        }
    }

    private GrowingFrames growing(Take take, long first) {
        GrowingFrames there = take == Take.LIVE ? live : clean;
        if (there != null) {
            return there;
        }
        GrowingFrames made = new GrowingFrames(first, temporaries);
        if (take == Take.LIVE) {
            live = made;
        } else {
            clean = made;
        }
        return made;
    }

    @Override
    public void counted(long count) {
        frames = count;
    }

    @Override
    public void settled(long index) {
        settledAt = index;
    }

    /** Readers go over to the clean take where none has been yet. */
    @Override
    public void finished() {
        if (settledAt != Long.MAX_VALUE) {
            changeOver = Math.max(settledAt, readLive + READ_AHEAD_FRAMES);
        }
        whole = clean;
    }

    /** All frames that can be made of it; null while they are not all there. */
    @Nullable GrowingFrames whole() {
        return whole;
    }

    void failed(String reason) {
        failure = reason;
    }

    /** Nothing more will change; a test waits for it. */
    void done() {
        done.countDown();
    }

    boolean awaitDone(Duration patience) throws InterruptedException {
        return done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Deletes what is not an entry. */
    void discard() {
        GrowingFrames first = live;
        GrowingFrames whole = clean;
        if (first != null) {
            first.close();
        }
        if (whole != null) {
            whole.close();
        }
    }
}
