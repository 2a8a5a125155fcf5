package dev.downbeat.audio.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.child.wire.Packet;
import dev.downbeat.audio.child.wire.Take;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** How a reader goes from the live take to the clean one. */
class GrowingMediumTest {
    @TempDir Path folder;
    private OpenMedium medium;

    @BeforeEach
    void open() {
        AtomicInteger files = new AtomicInteger();
        medium = new OpenMedium(() -> folder.resolve(files.incrementAndGet() + ".tmp"));
    }

    private void make(Take take, int from, int to) {
        List<Packet> packets =
                IntStream.range(from, to).mapToObj(index -> packet(take, index)).toList();
        medium.made(take, from, packets);
    }

    private static Packet packet(Take take, int index) {
        byte mark = (byte) (take == Take.LIVE ? 1 : 2);
        return new Packet(new byte[] {mark, (byte) (index >> 8), (byte) index}, index % 200);
    }

    private Take takeAt(long index) {
        byte[] packet = Objects.requireNonNull(medium.at(index));
        assertEquals((byte) index, packet[2]);
        return packet[0] == 1 ? Take.LIVE : Take.CLEAN;
    }

    @Test
    void theLiveTakeIsReadAtOnce() {
        make(Take.LIVE, 500, 510);

        assertEquals(Take.LIVE, takeAt(509));
        assertEquals(509 % 200, medium.loudnessAt(509));
        assertNull(medium.at(499));
        assertNull(medium.at(510));
    }

    @Test
    void whatWasReadStaysWhatItWasAfterTheChangeOver() {
        make(Take.LIVE, 0, 3000);
        medium.settled(100);
        assertEquals(Take.LIVE, takeAt(400));
        make(Take.CLEAN, 0, 5000);

        medium.finished();

        assertEquals(Take.LIVE, takeAt(400));
        assertEquals(Take.CLEAN, takeAt(400 + 50));
        assertEquals(Take.CLEAN, takeAt(4999));
    }

    @Test
    void theChangeOverWaitsForTheFinalGain() {
        make(Take.LIVE, 0, 3000);
        medium.settled(900);
        assertEquals(Take.LIVE, takeAt(10));
        make(Take.CLEAN, 0, 5000);

        medium.finished();

        assertEquals(Take.LIVE, takeAt(899));
        assertEquals(Take.CLEAN, takeAt(900));
    }

    @Test
    void whereNobodyIsTheCleanTakeIsReadAsItGrows() {
        make(Take.LIVE, 2000, 2100);
        make(Take.CLEAN, 0, 1500);

        assertEquals(Take.CLEAN, takeAt(1499));
        assertEquals(Take.LIVE, takeAt(2000));
    }

    @Test
    void manyPagesComeBackAsTheyWent() throws IOException {
        int count = Page.FRAMES * 3 + 17;
        make(Take.CLEAN, 0, count);
        Path entry = folder.resolve("entry.frames");

        medium.finished();
        GrowingFrames whole = Objects.requireNonNull(medium.whole());
        whole.commit(entry);
        Page.InFile read = EntryFormat.read(entry);

        assertEquals(count, read.ends().length);
        for (int i = 0; i < count; i++) {
            assertArrayEquals(packet(Take.CLEAN, i).opus(), read.packet(i));
            assertEquals(i % 200, read.loudness(i));
            assertArrayEquals(read.packet(i), medium.at(i));
        }
    }

    @Test
    void framesThatTheDiskDoesNotTakeArePlayedAndNotKept() {
        OpenMedium unsaved = new OpenMedium(() -> folder.resolve("no such folder/1.tmp"));
        List<Packet> packets =
                IntStream.range(0, 3000).mapToObj(index -> packet(Take.CLEAN, index)).toList();

        unsaved.made(Take.CLEAN, 0, packets);
        unsaved.finished();
        GrowingFrames whole = Objects.requireNonNull(unsaved.whole());

        assertNotNull(unsaved.at(2999));
        org.junit.jupiter.api.Assertions.assertThrows(
                IOException.class, () -> whole.commit(folder.resolve("entry.frames")));
    }

    @Test
    void whatIsDiscardedLeavesNoFile() throws IOException {
        make(Take.LIVE, 0, 2000);
        make(Take.CLEAN, 0, 2000);

        medium.discard();

        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
        assertTrue(medium.count().isEmpty());
    }
}
