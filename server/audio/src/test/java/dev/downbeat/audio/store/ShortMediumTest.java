package dev.downbeat.audio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.Frames;
import dev.downbeat.audio.testmedia.Hostile;
import dev.downbeat.audio.testmedia.Media;
import dev.downbeat.audio.testmedia.Upload;
import dev.downbeat.audio.testmedia.Wave;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A file of which is found only while it sounds that it ends too early. */
class ShortMediumTest {
    private static final int SECONDS = 120;
    private static final int FRAMES = SECONDS * 50;

    @TempDir Path folder;
    private FrameStore store;

    @BeforeEach
    void open() {
        store = FrameStore.open(folder, 1L << 30);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Says that it lasts twice as long as it does; three quarters of it are there. */
    private static Upload upload(int seconds) {
        byte[] file = Wave.file(Wave.noise(2 * seconds, Wave.RATE, 9000, 1), Wave.RATE);
        byte[] half = Hostile.cut(file, 0.5);
        return new Upload(Media.of("half.wav", half), half.length / 4 * 3, 0);
    }

    /** Opened at {@code index}, with that frame given out before the end of the file is known. */
    private Frames sounding(Upload upload, long index) {
        Frames frames = store.open(Made.medium(upload), index);
        while (frames.at(index + 20) == null) {
            assertNull(frames.failure());
            Thread.onSpinWait();
        }
        return frames;
    }

    private static void rest(Upload upload, Frames frames) throws InterruptedException {
        upload.arrive();
        assertTrue(FrameStore.awaitDone(frames, Made.PATIENCE));
        assertTrue(Objects.requireNonNull(frames.failure()).startsWith("length_wrong"));
    }

    /** Where the packets in a row from {@code index} on end. */
    private static long end(Frames frames, long index) {
        long end = index;
        while (frames.at(end) != null) {
            end++;
        }
        return end;
    }

    private static double loudest(Frames frames, long from) {
        short[] last =
                Made.sound(
                        Stream.iterate(from, index -> index + 1)
                                .limit(10)
                                .map(index -> Objects.requireNonNull(frames.at(index)))
                                .toList());
        double loudest = 0;
        for (short sample : last) {
            loudest = Math.max(loudest, Math.abs((double) sample));
        }
        return loudest;
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("v1"))) {
            return files.toList();
        }
    }

    @Test
    void whatAlreadySoundsIsThereToItsLastFrame() throws Exception {
        Upload upload = upload(SECONDS);
        try (Frames frames = sounding(upload, 0)) {
            rest(upload, frames);

            assertEquals(FRAMES, end(frames, 0));
            assertTrue(loudest(frames, FRAMES - 11) > 1000);
            assertTrue(frames.count().isEmpty(), "its end is no good end");
        }
    }

    @Test
    void itIsNotKeptAndIsTriedAgainByWhoPlaysItLater() throws Exception {
        Upload upload = upload(10);
        try (Frames frames = sounding(upload, 0)) {
            rest(upload, frames);
        }

        assertEquals(List.of(), entries());
        assertEquals("length_wrong 20.0 10.0", Made.refusal(store, upload));
    }

    @Test
    void foundShortBeforeAnythingSoundsItIsNotHeardAtAll() throws Exception {
        Upload upload = upload(10);
        store.prepare(Made.medium(upload));
        try (Frames frames = store.open(Made.medium(upload), 0)) {
            rest(upload, frames);

            assertEquals(0, end(frames, 0));
        }
    }

    @Test
    void aSeekAndASecondPartyHearItToItsLastFrameWhileItSounds() throws Exception {
        Upload upload = upload(SECONDS);
        try (Frames first = sounding(upload, 500);
                Frames before = store.open(Made.medium(upload), 0)) {
            rest(upload, first);

            try (Frames after = store.open(Made.medium(upload), FRAMES - 100)) {
                assertEquals(FRAMES, end(before, 0));
                assertEquals(FRAMES, end(after, FRAMES - 100));
                assertNotNull(after.failure());
            }
        }
    }

    @Test
    void bytesThatStayAwayAreAskedForAgainByWhoOpensItNext() throws Exception {
        Upload upload = upload(SECONDS);
        try (Frames first = sounding(upload, 0)) {
            upload.breakOff();
            assertTrue(FrameStore.awaitDone(first, Made.PATIENCE));
            long came = end(first, 0);
            assertTrue(came > FRAMES / 4 * 3 - 200, "what came is heard, but only " + came);
            byte[] good = Wave.file(Wave.noise(3, Wave.RATE, 9000, 1), Wave.RATE);

            assertEquals(150, Made.frames(store, Media.of("half.wav", good), 0).size());
        }
    }
}
