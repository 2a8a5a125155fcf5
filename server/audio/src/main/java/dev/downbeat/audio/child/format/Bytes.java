package dev.downbeat.audio.child.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads numbers and runs of bytes from a {@link ByteSource} at a position that moves along. */
final class Bytes {
    private final ByteSource source;
    private final byte[] window = new byte[1 << 16];
    private long windowAt;
    private int windowLength;
    private long position;

    Bytes(ByteSource source, long position) {
        this.source = source;
        this.position = position;
    }

    long position() {
        return position;
    }

    void seek(long to) {
        position = to;
    }

    void skip(long count) {
        position += count;
    }

    /** Whether {@code count} more bytes are there; waits for them. */
    boolean has(int count) throws IOException {
        return fill(count);
    }

    int u8() throws IOException {
        need(1);
        return window[(int) (position++ - windowAt)] & 0xFF;
    }

    int u16() throws IOException {
        return u8() << 8 | u8();
    }

    int u24() throws IOException {
        return u16() << 8 | u8();
    }

    long u32() throws IOException {
        return (long) u16() << 16 | u16();
    }

    long u64() throws IOException {
        return u32() << 32 | u32();
    }

    int u16le() throws IOException {
        return u8() | u8() << 8;
    }

    long u32le() throws IOException {
        return u16le() | (long) u16le() << 16;
    }

    String ascii(int count) throws IOException {
        return new String(take(count), StandardCharsets.ISO_8859_1);
    }

    byte[] take(int count) throws IOException {
        byte[] taken = new byte[count];
        readFully(taken, 0, count);
        return taken;
    }

    void readFully(byte[] into, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            if (!fill(1)) {
                throw new EOFException("the file ends early");
            }
            int at = (int) (position - windowAt);
            int part = Math.min(count - done, windowLength - at);
            System.arraycopy(window, at, into, offset + done, part);
            done += part;
            position += part;
        }
    }

    private void need(int count) throws IOException {
        if (!fill(count)) {
            throw new EOFException("the file ends early");
        }
    }

    private boolean fill(int count) throws IOException {
        if (position >= windowAt && position + count <= windowAt + windowLength) {
            return true;
        }
        windowAt = position;
        windowLength = 0;
        while (windowLength < count) {
            int read =
                    source.read(
                            windowAt + windowLength,
                            window,
                            windowLength,
                            window.length - windowLength);
            if (read < 0) {
                return false;
            }
            windowLength += read;
        }
        return true;
    }
}
