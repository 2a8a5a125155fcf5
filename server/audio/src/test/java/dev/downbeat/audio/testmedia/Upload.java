package dev.downbeat.audio.testmedia;

import dev.downbeat.audio.MediaStream;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A medium of which head and tail are there and the middle is still coming, until it is told to
 * arrive.
 */
public final class Upload implements MediaStream {
    private final Media whole;
    private final int head;
    private final int tail;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch reader = new CountDownLatch(1);
    private volatile boolean broken;

    /**
     * @param head bytes that are there
     * @param tail bytes at the end that are there
     */
    public Upload(Media whole, int head, int tail) {
        this.whole = whole;
        this.head = head;
        this.tail = tail;
    }

    /** The rest comes. */
    public void arrive() {
        arrived.countDown();
    }

    /** Waits until somebody waits for what is still coming. */
    public boolean awaitReader(Duration patience) throws InterruptedException {
        return reader.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The rest never comes. */
    public void breakOff() {
        broken = true;
        arrived.countDown();
    }

    @Override
    public InputStream open() {
        byte[] bytes = whole.content().bytes();
        InputStream rest = new Coming(bytes);
        return new SequenceInputStream(new ByteArrayInputStream(bytes, 0, head), rest);
    }

    @Override
    public InputStream openAt(long offset) throws IOException {
        byte[] bytes = whole.content().bytes();
        if (offset >= bytes.length - tail) {
            return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
        }
        return MediaStream.super.openAt(offset);
    }

    @Override
    public long length() {
        return whole.length();
    }

    @Override
    public String fileName() {
        return whole.fileName();
    }

    /** The part that is still under way: a read waits for it. */
    private final class Coming extends FilterInputStream {
        Coming(byte[] bytes) {
            super(new ByteArrayInputStream(bytes, head, bytes.length - head));
        }

        @Override
        public int read() throws IOException {
            awaitArrival();
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            awaitArrival();
            return super.read(into, offset, length);
        }

        private void awaitArrival() throws IOException {
            reader.countDown();
            try {
                arrived.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (broken) {
                throw new IOException("the host went away");
            }
        }
    }
}
