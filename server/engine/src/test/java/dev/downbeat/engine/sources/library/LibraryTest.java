package dev.downbeat.engine.sources.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MediaProbe;
import dev.downbeat.engine.sources.matching.Recording;
import dev.downbeat.engine.sources.matching.SeenMatcher;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class LibraryTest {
    /** Tags by the bytes of a file; what is not there has none. */
    private final Map<String, MediaProbe.Probed> tags = new HashMap<>();

    private int probes;
    private boolean repaired;
    private Library library = Library.unwatched(List.of(), this::probe);

    @TempDir private Path folder;

    private MediaProbe.Probed probe(MediaBytes bytes) throws IOException {
        probes++;
        try (var in = bytes.open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (text.equals("broken") && !repaired) {
                throw new IOException("the disk is broken");
            }
            return tags.getOrDefault(
                    text, new MediaProbe.Probed.Tags("", "", "", Duration.ofSeconds(100)));
        }
    }

    @BeforeEach
    void watchTheFolder() {
        library = Library.unwatched(List.of(folder), this::probe);
    }

    @AfterEach
    void stop() {
        library.close();
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private String typed(String text) {
        return library.find(text)
                .map(found -> found.words().artist() + " - " + found.words().title())
                .orElse("not found");
    }

    @Test
    void aNameSaysArtistAndTitle() throws IOException {
        file("Кино - Группа крови.mp3", "a");
        library.look();

        assertEquals("Кино - Группа крови", typed("kino gruppa krovi"));
    }

    @Test
    void foldersSayWhatTheNameDoesNot() throws IOException {
        file("Metallica/Master of Puppets/CD 1/02 - Battery.flac", "a");
        library.look();

        assertEquals("Metallica - Battery", typed("battery metallica"));
    }

    @Test
    void tagsWinOverNames() throws IOException {
        file("track01.mp3", "a");
        tags.put(
                "a",
                new MediaProbe.Probed.Tags("Hurt", "Johnny Cash", "", Duration.ofSeconds(218)));
        library.look();

        var seen =
                new SeenMatcher(new Recording("Hurt", "Johnny Cash", "", Duration.ofSeconds(219)));

        assertEquals("100 %: title, artist, length -1 s", library.find(seen).orElseThrow().why());
    }

    @Test
    void aSlipInTheQueryIsForgiven() throws IOException {
        file("Metallica - Nothing Else Matters.mp3", "a");
        library.look();

        assertEquals("Metallica - Nothing Else Matters", typed("metalica nothing else maters"));
    }

    @Test
    void anotherVersionIsNeverGivenInstead() throws IOException {
        file("Queen - Bohemian Rhapsody (Live).mp3", "a");
        file("Queen - Bohemian Rhapsody (Karaoke).mp3", "b");
        library.look();

        assertEquals("not found", typed("queen bohemian rhapsody"));
    }

    @Test
    void aFileIsReadAgainOnlyAfterAChange() throws IOException {
        Path file = file("A - B.mp3", "a");
        library.look();
        library.look();
        assertEquals(1, probes);

        Files.writeString(file, "longer");
        library.look();

        assertEquals(2, probes);
    }

    @Test
    void newAndGoneFilesAreNoticed() throws IOException {
        Path first = file("A - First.mp3", "a");
        library.look();
        Files.delete(first);
        file("B - Second.mp3", "b");
        library.look();

        assertEquals("not found", typed("a first"));
        assertEquals("B - Second", typed("b second"));
    }

    @Test
    void whatTheChildRefusesIsNoTrack() throws IOException {
        file("A - B.mp3", "a");
        tags.put("a", new MediaProbe.Probed.Refused("no music"));
        library.look();
        library.look();

        assertEquals(0, library.size());
        assertEquals(1, probes);
        assertEquals("The library holds 0 tracks; 1 file could not be read", report().counts());
        assertEquals(List.of("A - B.mp3"), report().firstUnusable());
    }

    private LibraryReport report() {
        return library.report();
    }

    @Test
    void aFileThatGivesNoBytesIsCountedAndTriedAgain() throws IOException {
        file("Band/A - B.mp3", "broken");
        file("C - D.mp3", "c");
        library.look();
        assertEquals("The library holds 1 track; 1 file could not be read", report().counts());
        assertEquals(List.of(Path.of("Band", "A - B.mp3").toString()), report().firstUnusable());

        repaired = true;
        library.look();

        assertEquals("The library holds 2 tracks", report().counts());
    }

    @Test
    void onlyTheFirstFewUnusableFilesAreNamed() throws IOException {
        for (int i = 0; i < 9; i++) {
            file("A - " + i + ".mp3", "broken");
        }
        library.look();

        assertEquals(9, report().unusable());
        assertEquals(LibraryReport.MOST_NAMED, report().firstUnusable().size());
    }

    @Test
    void aLinkOutOfTheFolderLeadsNowhere(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("Secret - Song.mp3"), "a");
        link(folder.resolve("Out - Link.mp3"), outside.resolve("Secret - Song.mp3"));
        link(folder.resolve("out"), outside);
        library.look();

        assertEquals(0, library.size());
    }

    @Test
    void aFileThatBecameALinkIsNotOpened(@TempDir Path outside) throws IOException {
        Path file = file("A - B.mp3", "a");
        library.look();
        String id = library.find("a b").orElseThrow().id();
        Path secret = Files.writeString(outside.resolve("secret"), "secret");
        Files.delete(file);
        link(file, secret);

        assertThrows(NoSuchFileException.class, () -> library.open(id));
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createSymbolicLink(from, to);
        } catch (UnsupportedOperationException e) {
            Assumptions.abort("this file system knows no links");
        }
    }

    @Test
    void hiddenFilesAndOtherKindsAreLeftOut() throws IOException {
        file(".hidden - song.mp3", "a");
        file(".folder/A - B.mp3", "a");
        file("cover.jpg", "a");
        library.look();

        assertEquals(0, library.size());
    }

    @Test
    void anIdNamesNoPath() throws IOException {
        file("Secret Folder/A - B.mp3", "a");
        library.look();

        String id = library.find("a b").orElseThrow().id();

        assertTrue(id.matches("[A-Za-z0-9_-]{22}"), id);
        assertThrows(NoSuchFileException.class, () -> library.open("../../etc/passwd"));
    }

    @Test
    void equalContentHasEqualKeys() throws IOException {
        file("A - B.mp3", "same");
        file("C - D.mp3", "same");
        Path changing = file("E - F.mp3", "other");
        library.look();
        String key = key("e f");

        Files.writeString(changing, "third");
        Files.setLastModifiedTime(changing, FileTime.fromMillis(1));
        library.look();

        assertEquals(key("a b"), key("c d"));
        assertNotEquals(key("a b"), key);
        assertNotEquals(key, key("e f"));
    }

    private String key(String typed) throws IOException {
        return library.open(library.find(typed).orElseThrow().id()).contentKey();
    }

    @Test
    void aFileThatTheServerCouldNotProbeIsFoundByItsNameAndProbedAgain() throws IOException {
        file("A - B.mp3", "a");
        tags.put("a", new MediaProbe.Probed.Refused("folder_lost"));
        library.look();
        assertEquals("A - B", typed("a b"));

        tags.put("a", new MediaProbe.Probed.Tags("Hurt", "Cash", "", Duration.ofSeconds(9)));
        library.look();

        assertEquals("Cash - Hurt", typed("cash hurt"));
    }

    @Test
    void aMissingFolderIsNamedBeforeAndAfterALookAndHarmsNoOther() throws IOException {
        file("A - B.mp3", "a");
        Path none = folder.resolve("none");
        Path noFolder = file("C - D.mp3", "c");
        try (Library lost = Library.unwatched(List.of(none, noFolder, folder), this::probe)) {
            assertEquals(List.of(none, noFolder), lost.report().lost());
            lost.look();

            assertEquals(List.of(none, noFolder), lost.report().lost());
            assertTrue(lost.find("a b").isPresent());
        }
    }
}
