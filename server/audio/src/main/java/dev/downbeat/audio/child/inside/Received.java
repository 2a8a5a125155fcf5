package dev.downbeat.audio.child.inside;

import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Refusal;
import dev.downbeat.audio.child.format.ByteSource;
import dev.downbeat.audio.child.format.MediaRefused;
import dev.downbeat.audio.child.level.Spool;
import dev.downbeat.audio.child.wire.Answer;
import dev.downbeat.audio.child.wire.Pipe;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The bytes of the medium as far as the server has sent them, asked for as they are needed: where a
 * reader is and a little ahead. In memory up to a limit, beyond it in a spool file.
 */
final class Received implements ByteSource, AutoCloseable {
    private static final int BLOCK = Pipe.BLOCK;
    private static final int AHEAD = 16;
    private static final int BLOCKS_IN_MEMORY = 640;
    private static final long MAX_BYTES = MediaStream.MOST_BYTES;

    private final Path place;
    private final Speaker speaker;
    private final Map<Integer, byte[]> blocks = new HashMap<>();
    private final BitSet asked = new BitSet();
    private final BitSet inFile = new BitSet();
    private @Nullable Spool file;
    private long length;
    private @Nullable String lost;
    private boolean closed;

    Received(long length, Path place, Speaker speaker) {
        this.length = length;
        this.place = place;
        this.speaker = speaker;
    }

    /** Nobody's bytes: what comes is dropped. */
    static Received none() {
        Received none =
                new Received(0, Path.of("none"), new Speaker(OutputStream.nullOutputStream()));
        none.closed = true;
        return none;
    }

    synchronized void put(long offset, byte[] bytes) {
        int block = (int) (offset / BLOCK);
        if (closed || offset % BLOCK != 0 || offset >= MAX_BYTES) {
            return;
        }
        if (blocks.size() < BLOCKS_IN_MEMORY) {
            blocks.put(block, bytes);
        } else {
            spool(offset, bytes, block);
        }
        notifyAll();
    }

    private void spool(long offset, byte[] bytes, int block) {
        try {
            if (file == null) {
                file = new Spool(place);
            }
            file.write(ByteBuffer.wrap(bytes), offset);
            inFile.set(block);
        } catch (IOException _) {
            lost = Refusal.DISK_FULL.code();
        }
    }

    synchronized void endAt(long total) {
        if (length > total && lost == null) {
            lost = Refusal.CUT_OFF.code();
        }
        length = total;
        notifyAll();
    }

    synchronized void lose(String reason) {
        lost = reason;
        notifyAll();
    }

    /** Whether bytes did not come that may come another time. */
    synchronized boolean isLost() {
        return lost != null;
    }

    @Override
    public synchronized long length() {
        return length;
    }

    @Override
    public int read(long position, byte[] into, int offset, int count) throws IOException {
        int block = (int) Math.min(position / BLOCK, Integer.MAX_VALUE);
        if (count == 0) {
            return 0;
        }
        ask(position, block);
        synchronized (this) {
            awaitBlock(position, block);
            if (isEnd(position)) {
                return -1;
            }
            int inBlock = (int) (position % BLOCK);
            byte[] bytes = blocks.get(block);
            if (bytes == null) {
                return fromFile(position, into, offset, Math.min(count, BLOCK - inBlock));
            }
            int part = Math.min(count, bytes.length - inBlock);
            if (part <= 0) {
                return -1;
            }
            System.arraycopy(bytes, inBlock, into, offset, part);
            return part;
        }
    }

    private int fromFile(long position, byte[] into, int offset, int count) throws IOException {
        Spool spool = file;
        return spool == null ? -1 : spool.read(ByteBuffer.wrap(into, offset, count), position);
    }

    private boolean isEnd(long position) {
        return length >= 0 && position >= length;
    }

    private void awaitBlock(long position, int block) throws IOException {
        try {
            while (!blocks.containsKey(block) && !inFile.get(block) && !isEnd(position)) {
                if (lost != null) {
                    throw new MediaRefused(lost);
                }
                if (closed) {
                    throw new MediaRefused(Refusal.STOPPING.code());
                }
                wait();
            }
        } catch (InterruptedException _) {
            throw new MediaRefused(Refusal.STOPPING.code());
        }
    }

    /** Asks for what is to be read, and for more when half of what was asked ahead is used up. */
    private void ask(long position, int block) throws MediaRefused {
        int from;
        int to;
        synchronized (this) {
            if (isEnd(position) || (asked.get(block) && asked.get(block + AHEAD / 2))) {
                return;
            }
            if (position >= MAX_BYTES) {
                throw new MediaRefused(Refusal.tooLarge());
            }
            from = asked.nextClearBit(block);
            to = Math.min(endOfGap(from), from + AHEAD);
            if (from > block + AHEAD || to <= from) {
                return;
            }
            asked.set(from, to);
        }
        speaker.say(new Answer.Need((long) from * BLOCK, (long) (to - from) * BLOCK));
    }

    private int endOfGap(int from) {
        int next = asked.nextSetBit(from);
        int last = length < 0 ? Integer.MAX_VALUE : (int) ((length + BLOCK - 1) / BLOCK);
        return next < 0 ? last : Math.min(next, last);
    }

    @Override
    public synchronized void close() {
        closed = true;
        blocks.clear();
        notifyAll();
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException _) {
            // The spool file goes with the child's folder.
        }
    }
}
