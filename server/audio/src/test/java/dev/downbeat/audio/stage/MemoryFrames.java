package dev.downbeat.audio.stage;

import dev.downbeat.audio.Frames;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Frames that grow when told to. */
final class MemoryFrames implements Frames {
    private final List<byte[]> packets;
    private volatile long first;
    private volatile long grown;
    private volatile boolean counted;
    private volatile boolean closed;
    private volatile @Nullable String failure;
    private volatile long quiet = -1;
    private volatile long unreadable = -1;

    MemoryFrames(List<byte[]> packets) {
        this.packets = packets;
    }

    /** Complete frames; each packet is its index in eight bytes. */
    static MemoryFrames numbered(int count) {
        return growing(count).grow(count).complete();
    }

    /** The same, none of them there yet. */
    static MemoryFrames growing(int count) {
        List<byte[]> packets =
                LongStream.range(0, count)
                        .mapToObj(i -> java.nio.ByteBuffer.allocate(8).putLong(i).array())
                        .toList();
        return new MemoryFrames(packets);
    }

    MemoryFrames growFrom(long index) {
        first = index;
        return this;
    }

    /** From now on all frames up to {@code to} exist. */
    MemoryFrames grow(long to) {
        grown = to;
        return this;
    }

    MemoryFrames complete() {
        counted = true;
        return this;
    }

    void fail(String reason) {
        failure = reason;
    }

    /** That frame is silent, the others are not. */
    MemoryFrames quietAt(long index) {
        quiet = index;
        return this;
    }

    /** Reading that frame throws. */
    MemoryFrames unreadableAt(long index) {
        unreadable = index;
        return this;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public byte @Nullable [] at(long index) {
        if (index == unreadable) {
            throw new IllegalStateException("planted");
        }
        return index >= first && index < grown && index < packets.size()
                ? packets.get((int) index)
                : null;
    }

    @Override
    public int loudnessAt(long index) {
        return index == quiet ? 0 : 100;
    }

    @Override
    public OptionalLong count() {
        return counted ? OptionalLong.of(packets.size()) : OptionalLong.empty();
    }

    @Override
    public @Nullable String failure() {
        return failure;
    }

    @Override
    public void close() {
        closed = true;
    }
}
