package dev.downbeat.localdiscord.voice;

import java.util.Arrays;

/** Up to 1,500 consecutive packets (30 s) in flat arrays. Guarded by its recording. */
final class FrameChunk {
    static final int CAPACITY = 1_500;

    private final long firstIndex;
    private final long[] arrivals = new long[CAPACITY];
    private final long[] sequences = new long[CAPACITY];
    private final long[] timestamps = new long[CAPACITY];
    private final int[] sources = new int[CAPACITY];
    private final int[] ends = new int[CAPACITY];
    private byte[] payloads = new byte[CAPACITY * 64];
    private int size;

    FrameChunk(long firstIndex) {
        this.firstIndex = firstIndex;
    }

    boolean isFull() {
        return size == CAPACITY;
    }

    long firstIndex() {
        return firstIndex;
    }

    long endIndex() {
        return firstIndex + size;
    }

    void add(long arrivalNanos, long sequence, long timestamp, int ssrc, byte[] opus) {
        int start = size == 0 ? 0 : ends[size - 1];
        if (start + opus.length > payloads.length) {
            payloads = Arrays.copyOf(payloads, Math.max(payloads.length * 2, start + opus.length));
        }
        System.arraycopy(opus, 0, payloads, start, opus.length);
        arrivals[size] = arrivalNanos;
        sequences[size] = sequence;
        timestamps[size] = timestamp;
        sources[size] = ssrc;
        ends[size] = start + opus.length;
        size++;
    }

    CapturedFrame get(long index) {
        int at = (int) (index - firstIndex);
        int start = at == 0 ? 0 : ends[at - 1];
        return new CapturedFrame(
                index,
                arrivals[at],
                sequences[at],
                timestamps[at],
                sources[at],
                new Opus(Arrays.copyOfRange(payloads, start, ends[at])));
    }
}
