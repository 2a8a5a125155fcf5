package dev.downbeat.audio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.FrameFault;
import dev.downbeat.audio.Frames;
import dev.downbeat.audio.testmedia.Media;
import dev.downbeat.audio.testmedia.Wave;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A store whose folder is taken away while it runs. */
class LostFolderTest {
    @TempDir private Path data;
    private Path folder = Path.of("");
    private FrameStore store;

    @BeforeEach
    void open() {
        folder = data.resolve("frames");
        store = FrameStore.open(folder, 1L << 30);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Media noise(String name) {
        byte[] file = Wave.file(Wave.noise(3, Wave.RATE, 9000, name.hashCode()), Wave.RATE);
        return Media.of(name, file);
    }

    /** A child may write while we delete; then once more. */
    private void removeFolder() throws IOException {
        while (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(folder)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            } catch (IOException | java.io.UncheckedIOException _) {
                continue;
            }
            for (Path file : all) {
                delete(file);
            }
        }
    }

    private static void delete(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (java.nio.file.DirectoryNotEmptyException _) {
            // Something came meanwhile.
        }
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("v1"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String entryOf(Media media) {
        return EntryFolder.nameOf(Made.medium(media).key());
    }

    @Test
    void aFolderThatWasRemovedIsMadeAgainAndTheNextTrackIsKept() throws Exception {
        Media before = noise("before.wav");
        Media after = noise("after.wav");
        Made.frames(store, before, 0);

        removeFolder();

        assertEquals(150, Made.frames(store, after, 0).size());
        assertEquals(List.of(entryOf(after)), entries());
        assertEquals(Optional.empty(), store.fault());
    }

    @Test
    void whatWasInItIsMadeAnew() throws Exception {
        Media media = noise("a.wav");
        Made.frames(store, media, 0);

        removeFolder();

        assertEquals(150, Made.frames(store, media, 0).size());
        assertEquals(List.of(entryOf(media)), entries());
    }

    @Test
    void whatPlaysGoesOnWithoutItsFolder() throws Exception {
        Media media = noise("a.wav");
        try (Frames frames = store.open(Made.medium(media), 0)) {
            Made.whole(frames, 0);

            removeFolder();

            assertNotNull(frames.at(149));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsAFaultUntilItCan() throws Exception {
        removeFolder();
        Files.writeString(folder, "in the way");
        assertEquals("folder_lost", Made.refusal(store, noise("a.wav")));
        store.check();
        FrameFault fault = store.fault().orElseThrow();
        assertEquals(folder.toAbsolutePath(), fault.folder());
        assertEquals(FrameFault.Kind.NO_FOLDER, fault.kind());

        Files.delete(folder);
        assertEquals(150, Made.frames(store, noise("b.wav"), 0).size());
        assertTrue(store.fault().isPresent(), "until a look has written as well");
        store.check();

        assertEquals(Optional.empty(), store.fault());
    }

    @Test
    void aLookMakesTheFolderAgainBeforeAnybodyNeedsIt() throws Exception {
        removeFolder();

        store.check();

        assertEquals(List.of(), entries());
        assertEquals(Optional.empty(), store.fault());
    }
}
