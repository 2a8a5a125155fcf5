package dev.downbeat.audio.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * An entry's file: all packets, then three bytes for each (length, two bytes, and loudness), then a
 * trailer of 28 bytes: a mark, the version, how many frames, how many bytes of packets, and a
 * CRC-32C of everything before it. Big-endian.
 */
final class EntryFormat {
    /** Raised when canonical frames come out differently than before: old entries are dropped. */
    static final int VERSION = 1;

    static final int BYTES_PER_FRAME = 3;
    static final int TRAILER = 28;
    private static final int MARK = 0x44424631;

    private EntryFormat() {}

    static ByteBuffer trailer(long frames, long packetBytes, CRC32C checksum) {
        ByteBuffer trailer = ByteBuffer.allocate(TRAILER);
        trailer.putInt(MARK).putInt(VERSION).putLong(frames).putLong(packetBytes);
        checksum.update(trailer.duplicate().flip());
        return trailer.putInt((int) checksum.getValue()).flip();
    }

    /**
     * Reads and checks all of it.
     *
     * @throws IOException when it is not whole and right
     */
    static Page.InFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            int size = bytes.limit();
            if (size < TRAILER) {
                throw new IOException("too short for an entry");
            }
            CRC32C checksum = new CRC32C();
            checksum.update(bytes.slice(0, size - 4));
            int at = size - TRAILER;
            long frames = bytes.getLong(at + 8);
            long packetBytes = bytes.getLong(at + 16);
            boolean isRight =
                    bytes.getInt(at) == MARK
                            && bytes.getInt(at + 4) == VERSION
                            && bytes.getInt(size - 4) == (int) checksum.getValue()
                            && packetBytes + frames * BYTES_PER_FRAME == at;
            if (!isRight) {
                throw new IOException("not a whole entry of this version");
            }
            return page(bytes, (int) frames, (int) packetBytes);
        }
    }

    private static Page.InFile page(ByteBuffer bytes, int frames, int packetBytes)
            throws IOException {
        int[] ends = new int[frames];
        byte[] loudnesses = new byte[frames];
        int end = 0;
        for (int i = 0; i < frames; i++) {
            int row = packetBytes + i * BYTES_PER_FRAME;
            end += bytes.getShort(row) & 0xFFFF;
            ends[i] = end;
            loudnesses[i] = bytes.get(row + 2);
        }
        if (end != packetBytes) {
            throw new IOException("an entry whose lengths do not add up");
        }
        return new Page.InFile(bytes, ends, loudnesses);
    }
}
