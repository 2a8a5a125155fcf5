package dev.downbeat.audio.store;

import dev.downbeat.audio.FrameFault;
import dev.downbeat.audio.FrameSupply;
import dev.downbeat.audio.Frames;
import dev.downbeat.audio.MediaKey;
import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Medium;
import dev.downbeat.audio.Probe;
import dev.downbeat.audio.Refusal;
import dev.downbeat.audio.child.ChildLimits;
import dev.downbeat.audio.child.MediaChildren;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The frame store: canonical frames of every medium that was played, on disk, and the media
 * children that make missing ones. One per folder. Any thread may call; {@link #open} and {@link
 * #forget} do not wait, {@link #probe} and {@link #keyOf} do.
 */
public final class FrameStore implements FrameSupply, AutoCloseable {
    private static final long NOBODY_WAITS = -1;

    private final StoreFolders folders;
    private final EntryFolder entries;
    private final MediaChildren children;
    private final Map<MediaKey, InUse> inUse = new HashMap<>();
    private final AtomicLong unsaved = new AtomicLong();
    private boolean closed;

    private FrameStore(StoreFolders folders, EntryFolder entries, MediaChildren children) {
        this.folders = folders;
        this.entries = entries;
        this.children = children;
    }

    /**
     * Opens the store and starts a media child.
     *
     * @param folder nothing else may be kept in it
     * @param capacityBytes when entries need more, the least recently used go
     * @throws UncheckedIOException when the folder cannot be used
     */
    public static FrameStore open(Path folder, long capacityBytes) {
        return open(folder, capacityBytes, ChildLimits.DEFAULT);
    }

    static FrameStore open(Path folder, long capacityBytes, ChildLimits limits) {
        try {
            StoreFolders folders = StoreFolders.in(folder);
            EntryFolder entries = new EntryFolder(folders.entries(), capacityBytes);
            entries.shrink(_ -> false);
            return new FrameStore(folders, entries, MediaChildren.open(folders, limits));
        } catch (IOException e) {
            throw new UncheckedIOException("the frame store " + folder + " cannot be used", e);
        }
    }

    @Override
    public Frames open(Medium medium, long firstIndex) {
        return use(medium, Math.max(0, firstIndex));
    }

    /** Makes the frames of a medium ahead of a play; returns at once. */
    public void prepare(Medium medium) {
        use(medium, NOBODY_WAITS).close();
    }

    private synchronized Frames use(Medium medium, long firstIndex) {
        InUse there = inUse.get(medium.key());
        if (there == null || there.isPast()) {
            there = new InUse(medium.key(), new OpenMedium(folders));
            inUse.put(medium.key(), there);
            InUse started = there;
            started.users++;
            if (closed) {
                started.medium.failed(Refusal.STOPPING.code());
                release(started);
            } else {
                Thread.ofVirtual()
                        .name("ingest")
                        .start(() -> loadOrIngest(started, medium, firstIndex));
            }
        }
        there.users++;
        return new Handle(there);
    }

    /** A medium that somebody reads or that is being made. Guarded by the store. */
    private static final class InUse {
        private final MediaKey key;
        private final OpenMedium medium;
        private int users;
        private boolean forgotten;

        InUse(MediaKey key, OpenMedium medium) {
            this.key = key;
            this.medium = medium;
        }

        /** Who opens it now is better served by another attempt. */
        boolean isPast() {
            return forgotten || (medium.failure() != null && medium.whole() == null);
        }
    }

    private void loadOrIngest(InUse use, Medium medium, long firstIndex) {
        try {
            if (!load(use)) {
                String refused = children.ingest(medium.bytes(), firstIndex, use.medium);
                if (refused == null) {
                    keep(use);
                } else {
                    use.medium.failed(refused);
                }
            }
        } catch (InterruptedException | RuntimeException _) {
            use.medium.failed(Refusal.SERVER_FAULT.code());
        } finally {
            use.medium.done();
            release(use);
        }
    }

    private boolean load(InUse use) {
        Path file = entries.fileOf(use.key);
        synchronized (this) {
            entries.forgetWhenGone();
            if (!entries.has(use.key)) {
                return false;
            }
            entries.use(use.key);
        }
        try {
            use.medium.loaded(EntryFormat.read(file));
            return true;
        } catch (IOException | IllegalArgumentException _) {
            synchronized (this) {
                entries.delete(use.key);
            }
            return false;
        }
    }

    private void keep(InUse use) {
        GrowingFrames clean = use.medium.whole();
        if (clean == null) {
            use.medium.failed(Refusal.NO_SOUND_CAME.code());
            return;
        }
        synchronized (this) {
            if (use.forgotten) {
                return;
            }
        }
        try {
            clean.commit(entries.fileOf(use.key));
            synchronized (this) {
                entries.use(use.key);
                if (use.forgotten || (closed && use.key.isLent())) {
                    entries.delete(use.key);
                }
                shrink();
            }
        } catch (IOException _) {
            unsaved.incrementAndGet();
        }
    }

    private void shrink() {
        Set<String> kept = new HashSet<>();
        inUse.keySet().forEach(key -> kept.add(EntryFolder.nameOf(key)));
        entries.shrink(kept::contains);
    }

    private synchronized void release(InUse use) {
        use.users--;
        if (use.users == 0) {
            inUse.remove(use.key, use);
            use.medium.discard();
        }
    }

    /** Deletes the entry; who reads it now may read on. */
    public synchronized void forget(MediaKey key) {
        InUse there = inUse.get(key);
        if (there != null) {
            there.forgotten = true;
        }
        entries.delete(key);
    }

    /** Reads tags and duration in a media child; waits at most 6 s for its turn and 6 s more. */
    public Probe probe(MediaStream bytes) {
        return children.probe(bytes);
    }

    /**
     * The content's key; reads all of it.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public MediaKey keyOf(MediaStream bytes) {
        return ContentKey.of(bytes);
    }

    /** Media whose frames were made but could not be kept, because the disk would not take them. */
    public long unsaved() {
        return unsaved.get();
    }

    /** Why the folder cannot be written since the last attempt; empty while it can. */
    public Optional<FrameFault> fault() {
        return folders.fault();
    }

    /** Makes the folder again when it is gone, and tries to write where that failed; waits. */
    public void check() {
        synchronized (this) {
            entries.forgetWhenGone();
        }
        folders.check();
    }

    MediaChildren children() {
        return children;
    }

    /** Waits until all frames are there or none will come; false when that took too long. */
    static boolean awaitDone(Frames frames, Duration patience) throws InterruptedException {
        return ((Handle) frames).use.medium.awaitDone(patience);
    }

    /** What was lent goes; what is still being made is of no use to anybody later. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        children.close();
        synchronized (this) {
            entries.deleteLent();
        }
        folders.clearMaking();
    }

    /** One reader's hold on a medium. */
    private final class Handle implements Frames {
        private final InUse use;
        private final AtomicBoolean open = new AtomicBoolean(true);

        Handle(InUse use) {
            this.use = use;
        }

        @Override
        public byte @Nullable [] at(long index) {
            return use.medium.at(index);
        }

        @Override
        public int loudnessAt(long index) {
            return use.medium.loudnessAt(index);
        }

        @Override
        public OptionalLong count() {
            return use.medium.count();
        }

        @Override
        public @Nullable String failure() {
            return use.medium.failure();
        }

        @Override
        public void close() {
            if (open.getAndSet(false)) {
                release(use);
            }
        }
    }
}
