package dev.downbeat.audio.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.Frames;
import dev.downbeat.audio.MediaKey;
import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Medium;
import dev.downbeat.audio.testmedia.Media;
import dev.downbeat.audio.testmedia.Wave;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What is kept, what is made anew, and what goes; with WAV files, so that it runs everywhere. */
class FrameStoreTest {
    private static final long ROOMY = 1L << 30;

    @TempDir Path folder;

    private static Media noise(String name, double seconds) {
        byte[] file = Wave.file(Wave.noise(seconds, Wave.RATE, 9000, name.hashCode()), Wave.RATE);
        return Media.of(name, file);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("v1"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatWasMadeIsFoundAgainByTheNextStore() throws Exception {
        Media media = noise("a.wav", 3);
        List<byte[]> made;
        try (FrameStore store = FrameStore.open(folder, ROOMY)) {
            made = Made.frames(store, media, 0);
        }

        MediaStream gone = new Counted(media, new AtomicInteger());
        try (FrameStore store = FrameStore.open(folder, ROOMY)) {
            List<byte[]> found = Made.frames(store, gone, 0);

            assertEquals(150, found.size());
            assertArrayEquals(made.toArray(), found.toArray());
            assertEquals(0, ((Counted) gone).opened().get());
        }
    }

    @Test
    void twoWhoOpenTheSameMediumShareOneIngest() throws Exception {
        Counted media = new Counted(noise("a.wav", 5), new AtomicInteger());
        try (FrameStore store = FrameStore.open(folder, ROOMY)) {
            Medium medium = Made.medium(media);

            try (Frames one = store.open(medium, 0);
                    Frames other = store.open(medium, 100)) {
                Made.whole(one, 0);
                Made.whole(other, 0);
            }

            assertEquals(1, media.opened().get());
        }
    }

    @Test
    void aPreparedMediumIsThereWhenItIsOpened() throws Exception {
        Counted media = new Counted(noise("a.wav", 5), new AtomicInteger());
        try (FrameStore store = FrameStore.open(folder, ROOMY)) {
            store.prepare(Made.medium(media));

            assertEquals(250, Made.frames(store, media, 0).size());
            assertEquals(1, media.opened().get());
        }
    }

    @Test
    void aDamagedEntryIsMadeAnew() throws Exception {
        Media media = noise("a.wav", 3);
        List<byte[]> made;
        try (FrameStore store = FrameStore.open(folder, ROOMY)) {
            made = Made.frames(store, media, 0);
        }
        Path entry = entries().getFirst();
        byte[] bytes = Files.readAllBytes(entry);
        bytes[bytes.length / 2] ^= 1;
        Files.write(entry, bytes);

        try (FrameStore store = FrameStore.open(folder, ROOMY)) {
            assertArrayEquals(made.toArray(), Made.frames(store, media, 0).toArray());
        }
        assertEquals(150, EntryFormat.read(entry).ends().length);
    }

    @Test
    void whatACrashLeftIsCleanedUp() throws Exception {
        Files.createDirectories(folder.resolve("making"));
        Path left = Files.write(folder.resolve("making/7.tmp"), new byte[1000]);
        Path child = Files.createDirectories(folder.resolve("children/child-99"));
        Files.write(child.resolve("pcm"), new byte[1000]);
        Path old = Files.createDirectories(folder.resolve("v0"));

        FrameStore.open(folder, ROOMY).close();

        assertFalse(Files.exists(left));
        assertFalse(Files.exists(child));
        assertFalse(Files.exists(old));
    }

    @Test
    void whatIsLentIsNotLeftByAStoreThatCloses() throws Exception {
        try (FrameStore store = FrameStore.open(folder, ROOMY)) {
            Made.frames(store, noise("kept.wav", 3), 0);
            makeLent(store);
            assertEquals(2, entries().size());
        }

        assertEquals(List.of(kept()), entries());
        try (Stream<Path> making = Files.list(folder.resolve("making"))) {
            assertEquals(List.of(), making.toList());
        }
    }

    @Test
    void whatIsLentIsNotLeftByAStoreThatWasKilledOnceTheNextOneOpens() throws Exception {
        try (FrameStore killed = FrameStore.open(folder, ROOMY)) {
            Made.frames(killed, noise("kept.wav", 3), 0);
            makeLent(killed);

            FrameStore.open(folder, ROOMY).close();

            assertEquals(List.of(kept()), entries());
        }
    }

    private static void makeLent(FrameStore store) throws InterruptedException {
        Medium lent = new Medium(new MediaKey("upload", true), noise("lent.wav", 3));
        try (Frames frames = store.open(lent, 0)) {
            assertEquals(150, Made.whole(frames, 0).size());
        }
    }

    private Path kept() {
        String name = EntryFolder.nameOf(Made.medium(noise("kept.wav", 3)).key());
        return folder.resolve("v1").resolve(name);
    }

    @Test
    void aFullStoreLetsTheLeastRecentlyUsedGo() throws Exception {
        Media first = noise("first.wav", 4);
        Media second = noise("second.wav", 4);
        Media third = noise("third.wav", 4);
        long two;
        try (FrameStore store = FrameStore.open(folder, ROOMY)) {
            Made.frames(store, first, 0);
            Made.frames(store, second, 0);
            two = Files.size(entries().get(0)) + Files.size(entries().get(1));
            Made.frames(store, first, 0);
        }

        try (FrameStore store = FrameStore.open(folder, two + 1000)) {
            Made.frames(store, third, 0);
        }

        List<Path> left = entries();
        EntryFolder names = new EntryFolder(folder.resolve("v1"), ROOMY);
        assertEquals(2, left.size());
        assertTrue(names.has(Made.medium(first).key()));
        assertFalse(names.has(Made.medium(second).key()));
        assertTrue(names.has(Made.medium(third).key()));
    }

    @Test
    void anEntryInUseStaysWhenTheStoreIsFull() throws Exception {
        Media held = noise("held.wav", 3);
        try (FrameStore store = FrameStore.open(folder, 1);
                Frames frames = store.open(Made.medium(held), 0)) {
            Made.whole(frames, 0);
            Made.frames(store, noise("other.wav", 3), 0);

            assertTrue(
                    entries().stream()
                            .map(Path::getFileName)
                            .map(Path::toString)
                            .anyMatch(EntryFolder.nameOf(Made.medium(held).key())::equals));
            assertNotNull(frames.at(0));
        }
    }

    @Test
    void aForgottenMediumIsGoneFromTheDiskAndStillReadable() throws Exception {
        Media media = noise("a.wav", 3);
        try (FrameStore store = FrameStore.open(folder, ROOMY);
                Frames frames = store.open(Made.medium(media), 0)) {
            Made.whole(frames, 0);

            store.forget(Made.medium(media).key());

            assertEquals(List.of(), entries());
            assertNotNull(frames.at(149));
        }
    }

    @Test
    void aMediumThatIsForgottenWhileItIsMadeIsNotKept() throws Exception {
        Media media = noise("a.wav", 3);
        try (FrameStore store = FrameStore.open(folder, ROOMY);
                Frames frames = store.open(Made.medium(media), 0)) {
            store.forget(Made.medium(media).key());

            assertTrue(FrameStore.awaitDone(frames, Made.PATIENCE));

            assertEquals(List.of(), entries());
        }
    }

    @Test
    void outsideOfTheMediumThereIsNothing() throws Exception {
        Media media = noise("a.wav", 1);
        try (FrameStore store = FrameStore.open(folder, ROOMY);
                Frames frames = store.open(Made.medium(media), 0)) {
            Made.whole(frames, 0);

            assertNull(frames.at(-1));
            assertNull(frames.at(50));
            assertEquals(255, frames.loudnessAt(50));
        }
    }

    @Test
    void theKeyIsTheContentsAndNotTheNames() {
        Media one = noise("one.wav", 1);
        Media same = Media.of("other.wav", one.content().bytes());
        byte[] changed = one.content().bytes().clone();
        changed[changed.length - 1] ^= 1;
        try (FrameStore store = FrameStore.open(folder, ROOMY)) {
            assertEquals(store.keyOf(one), store.keyOf(same));
            assertFalse(store.keyOf(one).equals(store.keyOf(Media.of("one.wav", changed))));
        }
    }

    @Test
    void aStoreThatIsClosedSaysSo() throws Exception {
        FrameStore store = FrameStore.open(folder, ROOMY);
        store.close();

        try (Frames frames = store.open(Made.medium(noise("a.wav", 1)), 0)) {
            assertTrue(Objects.requireNonNull(frames.failure()).contains("stopping"));
        }
    }

    /** Counts how often its bytes were asked for. */
    private record Counted(Media media, AtomicInteger opened) implements MediaStream {
        @Override
        public InputStream open() {
            opened.incrementAndGet();
            return media.open();
        }

        @Override
        public long length() {
            return media.length();
        }

        @Override
        public String fileName() {
            return media.fileName();
        }
    }
}
