package dev.downbeat.demo.bench;

import dev.downbeat.audio.Frames;
import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Medium;
import dev.downbeat.audio.store.FrameStore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The product's own frame store, with its media child, filled from files. */
final class Ingested implements AutoCloseable {
    private static final long CAPACITY_BYTES = 1L << 30;
    private static final long PATIENCE_SECONDS = 60;

    private final FrameStore store;

    private Ingested(FrameStore store) {
        this.store = store;
    }

    static Ingested open(Path folder) {
        return new Ingested(FrameStore.open(folder, CAPACITY_BYTES));
    }

    /** All frames of the file, once they are made. */
    List<byte[]> frames(Path file) throws InterruptedException {
        MediaStream bytes = new OnDisk(file);
        try (Frames frames = store.open(new Medium(store.keyOf(bytes), bytes), 0)) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!isWhole(frames)) {
                if (frames.failure() != null || System.nanoTime() > end) {
                    throw new IllegalStateException(file + " was not made: " + frames.failure());
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            List<byte[]> packets = new ArrayList<>();
            for (long n = 0; n < frames.count().orElseThrow(); n++) {
                packets.add(Objects.requireNonNull(frames.at(n)));
            }
            return packets;
        }
    }

    private static boolean isWhole(Frames frames) {
        return frames.count().isPresent()
                && frames.at(0) != null
                && frames.at(frames.count().getAsLong() - 1) != null;
    }

    @Override
    public void close() {
        store.close();
    }

    private record OnDisk(Path file) implements MediaStream {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public long length() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String fileName() {
            return file.getFileName().toString();
        }
    }
}
