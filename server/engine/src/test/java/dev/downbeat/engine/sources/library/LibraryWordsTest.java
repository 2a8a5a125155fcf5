package dev.downbeat.engine.sources.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.downbeat.engine.parties.MediaProbe;
import dev.downbeat.engine.sources.matching.Recording;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A few words are enough when only one track has them. */
final class LibraryWordsTest {
    @TempDir private Path folder;

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private String typed(String text) {
        try (Library library = look()) {
            return library.find(text)
                    .map(found -> found.words().artist() + " - " + found.words().title())
                    .orElse("not found");
        }
    }

    private Library look() {
        Library library =
                Library.unwatched(
                        List.of(folder),
                        _ -> new MediaProbe.Probed.Tags("", "", "", Duration.ofSeconds(100)));
        library.look();
        return library;
    }

    @Test
    void wordsThatOnlyOneTrackHasFindIt() throws IOException {
        file("Downbeat - Count With Me.flac", "a");
        file("Downbeat - Night Drive.flac", "b");
        file("copy/Downbeat - Night Drive.mp3", "b");
        file("Кино - Группа крови.mp3", "c");

        assertEquals("Downbeat - Count With Me", typed("count"));
        assertEquals("Downbeat - Count With Me", typed("me downbeat"));
        assertEquals("Downbeat - Night Drive", typed("drive"));
        assertEquals("Кино - Группа крови", typed("krovi"));
        assertEquals("Кино - Группа крови", typed("Кино"));
    }

    @Test
    void wordsOfTwoTracksOrOfNoneFindNeither() throws IOException {
        file("Downbeat - Count With Me.flac", "a");
        file("Downbeat - Night Drive.flac", "b");
        file("The Band - My Ep.flac", "c");
        file("Abba - Waterloo (Live).flac", "d");

        for (String words :
                List.of(
                        "downbeat",
                        "count drive",
                        "count zebra",
                        "coun",
                        "the",
                        "my",
                        "waterloo")) {
            assertEquals("not found", typed(words), words);
        }
        assertEquals("Abba - Waterloo (Live)", typed("waterloo live"));
    }

    @Test
    void wordsOfSeveralTracksNameThem() throws IOException {
        file("Downbeat - Metronomes One.flac", "a");
        file("Downbeat - Metronomes Two.flac", "b");
        file("copy/Downbeat - Metronomes Two.mp3", "b");
        file("Downbeat - Metronomes Three (Live).mp3", "c");

        try (Library library = look()) {
            assertEquals(
                    List.of("Metronomes One", "Metronomes Two"), titles(library, "metronomes"));
            assertEquals(List.of(), titles(library, "metronomes one"));
            assertEquals(List.of(), titles(library, "the"));
            assertEquals(List.of(), titles(library, "zebra"));
        }
    }

    @Test
    void nearlyTheTitleOfSeveralTracksNamesThemUnlessOneIsMeantInFull() throws IOException {
        for (int i = 0; i < 12; i++) {
            file("Band - Common Word " + i + ".flac", "a" + i);
        }
        file("copy/Band - Common Word 3.mp3", "a3");
        file("Band - Rare Phrase Once.flac", "b");

        try (Library library = look()) {
            assertEquals(12, library.several("common word").size());
            assertEquals(10, library.several("band comman word").size(), "as near as each other");
        }
        assertEquals("not found", typed("common word"));
        assertEquals("not found", typed("band comman word"));
        assertEquals("Band - Common Word 3", typed("common word 3"));
        assertEquals("Band - Rare Phrase Once", typed("rare phras once"));
        file("Band - Common Word.flac", "c");
        assertEquals("Band - Common Word", typed("common word"));
    }

    private static List<String> titles(Library library, String typed) {
        return library.several(typed).stream().map(Recording::title).sorted().toList();
    }

    @Test
    void aCopyIsGivenForWhatGaveNoSoundAndEachOnce() throws IOException {
        file("Downbeat - Night Drive.flac", "a");
        file("copy/Downbeat - Night Drive.mp3", "b");
        file("Downbeat - Count With Me.flac", "c");

        try (Library library = look()) {
            String first = library.find("night drive").orElseThrow().id();
            String second = library.another(first).orElseThrow().id();

            assertNotEquals(first, second);
            assertEquals(second, library.find("night drive").orElseThrow().id());
            assertEquals(Optional.empty(), library.another(second));
            String alone = library.find("count").orElseThrow().id();
            assertEquals(Optional.empty(), library.another(alone));
        }
    }
}
