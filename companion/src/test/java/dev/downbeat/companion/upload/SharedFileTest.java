package dev.downbeat.companion.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.upload.SharedFile.Look;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SharedFileTest {
    private static final String SOUND = "OggS and its sound";

    @TempDir private Path folder;
    private Path shared;
    private Path track;

    @BeforeEach
    void fill() throws IOException {
        shared = Files.createDirectory(folder.resolve("music"));
        track = Files.writeString(shared.resolve("a.mp3"), SOUND);
    }

    private Look look(Path file) {
        return SharedFile.look(file.toString(), List.of(shared.toString()));
    }

    private SharedFile found() {
        return assertInstanceOf(Look.Shared.class, look(track)).file();
    }

    @Test
    void aFileInASharedFolderIsShared() {
        assertEquals(SOUND.length(), found().length());
        assertEquals("track.mp3", found().alias());
    }

    @Test
    void aFileElsewhereIsNot() throws IOException {
        Path other = Files.writeString(folder.resolve("b.mp3"), SOUND);

        assertEquals(new Look.Refused("not_shared"), look(other));
    }

    @Test
    void aFolderWhoseNameOnlyBeginsTheSameIsAnother() throws IOException {
        Path twin = Files.createDirectory(folder.resolve("music2"));

        assertEquals(
                new Look.Refused("not_shared"),
                look(Files.writeString(twin.resolve("a.mp3"), SOUND)));
    }

    @Test
    void noLinkLeadsOutOfASharedFolder() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path link = Files.createSymbolicLink(shared.resolve("link.mp3"), secret);
        Path door = Files.createSymbolicLink(shared.resolve("door"), folder);

        assertEquals(new Look.Refused("not_shared"), look(link));
        assertEquals(new Look.Refused("not_shared"), look(door.resolve("secret")));
        assertEquals(new Look.Refused("not_shared"), look(shared.resolve("../secret")));
    }

    @Test
    void aSharedFolderMayItselfBeALink() throws IOException {
        Path alias = Files.createSymbolicLink(folder.resolve("alias"), shared);

        Look look = SharedFile.look(track.toString(), List.of(alias.toString()));

        assertInstanceOf(Look.Shared.class, look);
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        Path empty = Files.createFile(shared.resolve("empty.mp3"));

        assertEquals(new Look.Refused("not_a_file"), look(shared));
        assertEquals(new Look.Refused("not_a_file"), look(empty));
        assertEquals(new Look.Refused("not_a_file"), look(shared.resolve("gone.mp3")));
        assertEquals(new Look.Refused("not_a_file"), SharedFile.look("", List.of("/")));
        assertEquals(new Look.Refused("not_a_file"), SharedFile.look("\0", List.of("/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "notes", "mp3", "song.mp3.txt", ".mp3x"})
    void whatDoesNotEndLikeMusicIsRefused(String name) throws IOException {
        assertEquals(
                new Look.Refused("not_music"),
                look(Files.writeString(shared.resolve(name), SOUND)));
    }

    @Test
    void whatDoesNotBeginLikeMusicIsRefused() throws IOException {
        Path notes = Files.writeString(shared.resolve("notes.mp3"), "my notes, not music");

        assertEquals(new Look.Refused("not_music"), look(notes));
    }

    @Test
    void aChangedFileIsNoticed() throws IOException {
        SharedFile before = found();
        assertTrue(before.isUnchanged());

        Files.writeString(track, SOUND + "more");

        assertFalse(before.isUnchanged());
    }

    @Test
    void aFileReplacedByALinkIsNoticed() throws IOException {
        SharedFile before = found();
        Path secret = Files.writeString(folder.resolve("secret"), SOUND);

        Files.delete(track);
        Files.createSymbolicLink(track, secret);

        assertFalse(before.isUnchanged());
    }

    @ParameterizedTest
    @CsvSource({"1", "524287", "524288", "524289", "1048576", "1048577", "5000000"})
    void thePiecesCoverTheFileOnceHeadAndTailFirst(long length) {
        List<Piece> pieces = Piece.of(length);

        long covered = pieces.stream().mapToLong(Piece::length).sum();
        List<Piece> sorted =
                pieces.stream().sorted(java.util.Comparator.comparingLong(Piece::first)).toList();
        assertEquals(length, covered);
        assertEquals(0, pieces.getFirst().first());
        if (pieces.size() > 1) {
            assertEquals(length - 1, pieces.get(1).last());
        }
        for (int i = 1; i < sorted.size(); i++) {
            assertEquals(sorted.get(i - 1).last() + 1, sorted.get(i).first());
        }
        assertTrue(pieces.stream().allMatch(piece -> piece.length() <= Piece.MIDDLE));
    }
}
