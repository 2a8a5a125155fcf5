package dev.downbeat.audio.child.level;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The decoded sound of one medium, 16 bit stereo at its own sample rate, growing while it is
 * decoded. In memory up to a limit, beyond it in a spool file. One thread appends, one reads.
 */
public final class Pcm implements AutoCloseable {
    private static final int CHUNK_FRAMES = 1 << 16;
    private static final int CHUNK_BYTES = CHUNK_FRAMES * 4;

    private final int sampleRate;
    private final Path place;
    private final int chunksInMemory;
    private final long maxFrames;
    private final List<ShortBuffer> chunks = new ArrayList<>();
    private @Nullable Spool file;
    private long frames;
    private boolean ended;
    private final CountDownLatch done = new CountDownLatch(1);

    /**
     * @param place where the spool file is made, only when more than {@code memoryFrames} sample
     *     frames arrive
     * @param maxFrames more sample frames than this are refused
     */
    public Pcm(int sampleRate, Path place, long memoryFrames, long maxFrames) {
        this.sampleRate = sampleRate;
        this.place = place;
        this.chunksInMemory = (int) (memoryFrames / CHUNK_FRAMES);
        this.maxFrames = maxFrames;
    }

    public int sampleRate() {
        return sampleRate;
    }

    /**
     * @param stereo interleaved samples
     * @param count sample frames
     * @throws TooLong when the limit is passed
     * @throws NoRoom when the disk has too little room for the spool file
     */
    public void append(short[] stereo, int count) {
        if (frames() + count > maxFrames) {
            throw new TooLong();
        }
        int done = 0;
        while (done < count) {
            long at = frames() + done;
            int inChunk = (int) (at % CHUNK_FRAMES);
            int part = Math.min(count - done, CHUNK_FRAMES - inChunk);
            chunk((int) (at / CHUNK_FRAMES)).put(inChunk * 2, stereo, done * 2, part * 2);
            done += part;
        }
        publish(count);
    }

    private synchronized void publish(int count) {
        frames += count;
        notifyAll();
    }

    private ShortBuffer chunk(int index) {
        synchronized (chunks) {
            if (index == chunks.size()) {
                chunks.add(newChunk(index));
            }
            return chunks.get(index);
        }
    }

    private ShortBuffer newChunk(int index) {
        if (index < chunksInMemory) {
            return ShortBuffer.allocate(CHUNK_FRAMES * 2);
        }
        try {
            if (file == null) {
                file = new Spool(place);
            }
            long at = (long) (index - chunksInMemory) * CHUNK_BYTES;
            file.write(ByteBuffer.allocate(CHUNK_BYTES), at);
            return file.map(at, CHUNK_BYTES).order(ByteOrder.nativeOrder()).asShortBuffer();
        } catch (IOException e) {
            throw new NoRoom(e);
        }
    }

    /** No more will come. */
    public synchronized void end() {
        ended = true;
        done.countDown();
        notifyAll();
    }

    public synchronized long frames() {
        return frames;
    }

    public synchronized boolean ended() {
        return ended;
    }

    /** Waits until {@code count} sample frames are there or no more will come. */
    public synchronized void await(long count) throws InterruptedException {
        while (frames < count && !ended) {
            wait();
        }
    }

    /** Waits until all is decoded, but no longer than the given time; true when it is. */
    public boolean awaitEnd(long milliseconds) throws InterruptedException {
        return done.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Copies {@code count} sample frames from {@code from}; what lies outside is silence. */
    public void read(long from, int count, float[] left, float[] right) {
        long have = frames();
        int i = 0;
        while (i < count) {
            long at = from + i;
            if (at < 0 || at >= have) {
                left[i] = 0;
                right[i] = 0;
                i++;
                continue;
            }
            ShortBuffer chunk = chunk((int) (at / CHUNK_FRAMES));
            int inChunk = (int) (at % CHUNK_FRAMES);
            int part = (int) Math.min(Math.min(count - i, CHUNK_FRAMES - inChunk), have - at);
            for (int k = 0; k < part; k++) {
                left[i + k] = chunk.get((inChunk + k) * 2);
                right[i + k] = chunk.get((inChunk + k) * 2 + 1);
            }
            i += part;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (chunks) {
            chunks.clear();
            if (file != null) {
                file.close();
            }
        }
    }

    /** The medium is longer than what is taken. */
    public static final class TooLong extends RuntimeException {}

    /** The spool file could not take more. */
    public static final class NoRoom extends RuntimeException {
        NoRoom(IOException why) {
            super(why);
        }
    }
}
