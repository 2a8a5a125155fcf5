package dev.downbeat.audio;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class DiskReserveTest {
    private static final long MB = 1L << 20;

    private record Disk(long total, long usable) implements DiskReserve.Disk {}

    private static DiskReserve of(long totalMb, long usableMb) throws IOException {
        return new DiskReserve(new Disk(totalMb * MB, usableMb * MB));
    }

    @Test
    void musicLeavesATenthOfASmallDisk() throws IOException {
        DiskReserve disk = of(400, 50);

        assertDoesNotThrow(() -> disk.check(10 * MB));
        assertThrows(IOException.class, () -> disk.check(10 * MB + 1));
    }

    @Test
    void musicLeaves256MbOfALargeDisk() throws IOException {
        DiskReserve disk = of(1_000_000, 257);

        assertDoesNotThrow(() -> disk.check(MB));
        assertThrows(IOException.class, () -> disk.check(MB + 1));
    }
}
