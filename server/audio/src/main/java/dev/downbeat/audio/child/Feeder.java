package dev.downbeat.audio.child;

import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Refusal;
import dev.downbeat.audio.child.wire.Order;
import dev.downbeat.audio.child.wire.Pipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a child the bytes that it asks for. A stream that is where the child goes on reading is
 * kept; at most four are open. Each has a thread, because a read may wait for an upload; a platform
 * thread, because a read of a slow disk would hold what carries the virtual ones.
 */
final class Feeder implements AutoCloseable {
    private static final int MAX_STREAMS = 4;
    private static final long MAX_AHEAD = 64L * Pipe.BLOCK;

    private final MediaStream media;
    private final ChildProcess child;
    private final int job;
    private final List<Strand> strands = new ArrayList<>();
    private boolean closed;

    Feeder(MediaStream media, ChildProcess child, int job) {
        this.media = media;
        this.child = child;
        this.job = job;
    }

    synchronized void need(long offset, long length) {
        if (closed || offset < 0 || length <= 0 || length > MAX_AHEAD) {
            return;
        }
        for (Strand strand : strands) {
            if (strand.extend(offset, length)) {
                return;
            }
        }
        strands.removeIf(Strand::isOver);
        if (strands.size() >= MAX_STREAMS) {
            strands.removeFirst().stop();
        }
        Strand added = new Strand(offset, offset + length);
        strands.add(added);
        Thread.ofPlatform().daemon().name("media-feeder").start(added);
    }

    /** Whether the child waits for bytes that the source has not given yet. */
    synchronized boolean isOwing() {
        return strands.stream().anyMatch(Strand::isOwing);
    }

    /** How many blocks were delivered; grows while bytes come. */
    synchronized long delivered() {
        return strands.stream().mapToLong(Strand::delivered).sum();
    }

    @Override
    public synchronized void close() {
        closed = true;
        strands.forEach(Strand::stop);
        notifyAll();
    }

    /** One open stream, read from one place on as far as was asked for. */
    private final class Strand implements Runnable {
        private long position;
        private long target;
        private long blocks;
        private boolean over;
        private volatile boolean stopped;
        private volatile boolean isReading = true;

        Strand(long position, long target) {
            this.position = position;
            this.target = target;
        }

        boolean extend(long offset, long length) {
            if (over || offset != target) {
                return false;
            }
            target = offset + length;
            Feeder.this.notifyAll();
            return true;
        }

        boolean isOver() {
            return over;
        }

        boolean isOwing() {
            return !over && isReading;
        }

        long delivered() {
            return blocks;
        }

        void stop() {
            stopped = true;
            over = true;
            Feeder.this.notifyAll();
        }

        @Override
        public void run() {
            try (InputStream in = position == 0 ? media.open() : media.openAt(position)) {
                while (awaitDemand()) {
                    isReading = true;
                    byte[] block = in.readNBytes(Pipe.BLOCK);
                    isReading = false;
                    if (block.length > 0) {
                        child.send(new Order.Bytes(job, position, block));
                    }
                    delivered(block.length);
                    if (block.length < Pipe.BLOCK) {
                        child.send(new Order.EndOfBytes(job, position));
                        break;
                    }
                }
            } catch (IOException e) {
                lost(e);
            } catch (UncheckedIOException _) {
                // The child is gone; its job knows.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                end();
            }
        }

        private boolean awaitDemand() throws InterruptedException {
            synchronized (Feeder.this) {
                while (!stopped && position >= target) {
                    Feeder.this.wait();
                }
                return !stopped;
            }
        }

        private void delivered(int length) {
            synchronized (Feeder.this) {
                position += length;
                blocks++;
            }
        }

        private void lost(IOException e) {
            if (!stopped) {
                try {
                    child.send(new Order.BytesLost(job, why(e)));
                } catch (UncheckedIOException _) {
                    // The child is gone; its job knows.
                }
            }
        }

        /** A source says why in a code of its own. */
        private static String why(IOException e) {
            String message = e.getMessage();
            return message == null ? Refusal.BYTES_LOST.code() : message;
        }

        private void end() {
            synchronized (Feeder.this) {
                over = true;
            }
        }
    }
}
