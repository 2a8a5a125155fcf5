package dev.downbeat.engine.sources.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.engine.parties.MediaProbe;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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
}
