package dev.downbeat.audio.store;

import dev.downbeat.audio.child.wire.Packet;

import java.nio.ByteBuffer;

/** A run of frames in a row. Never changes; any thread may read. */
sealed interface Page {
    int FRAMES = 1024;

    byte[] packet(int index);

    int loudness(int index);

    /** Still being filled, or kept in memory because the disk would not take it. */
    @SuppressWarnings("ArrayRecordComponent") // filled behind a counter, read below it
    record InMemory(Packet[] packets) implements Page {
        @Override
        public byte[] packet(int index) {
            return packets[index].opus();
        }

        @Override
        public int loudness(int index) {
            return packets[index].loudness();
        }
    }

    /**
     * @param ends where each packet ends in {@code data}; the first begins at 0
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record InFile(ByteBuffer data, int[] ends, byte[] loudnesses) implements Page {
        @Override
        public byte[] packet(int index) {
            int from = index == 0 ? 0 : ends[index - 1];
            byte[] packet = new byte[ends[index] - from];
            data.get(from, packet);
            return packet;
        }

        @Override
        public int loudness(int index) {
            return loudnesses[index] & 0xFF;
        }
    }
}
