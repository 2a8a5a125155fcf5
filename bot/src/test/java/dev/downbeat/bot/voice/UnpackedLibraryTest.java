package dev.downbeat.bot.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class UnpackedLibraryTest {
    private static final String AT = "7f12a000-7f12b000 r-xp 00001000 08:01 4711       ";

    @Test
    void nothingOfTheRealLibraryIsLeft() throws IOException {
        VoiceEncryption.probe();

        assertEquals(List.of(), UnpackedLibrary.mapped());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @SuppressWarnings("restricted") // Any library will do.
    void nothingOfTheLibraryIsLeftOnceItIsLoaded(@TempDir Path temporary) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("jdave12"));
        Path library =
                Files.copy(
                        Path.of(System.getProperty("java.home"), "lib", "libzip.so"),
                        folder.resolve("dave34.so"));

        VoiceEncryption.probe(
                () -> {
                    SymbolLookup.libraryLookup(library, Arena.global());
                    return 1;
                },
                CLibrary.here());

        assertTrue(Files.notExists(folder));
    }

    @Test
    void nothingOfTheLibraryIsLeftWhenItCannotBeLoaded(@TempDir Path temporary) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("jdave12"));
        Path library = Files.createFile(folder.resolve("dave34.so"));

        VoiceEncryption.probe(
                () -> {
                    throw new ExceptionInInitializerError(
                            new IllegalArgumentException("Cannot open library: " + library));
                },
                CLibrary.here());

        assertTrue(Files.notExists(folder));
    }

    @Test
    void onlyJdavesOwnFilesAreMeant() {
        List<String> mappings =
                List.of(
                        AT + "/var/my temp/jdave12/dave34.so",
                        AT + "/var/my temp/jdave12/dave34.so",
                        AT + "/tmp/jdave56/dave78.so (deleted)",
                        AT + "/tmp/jdave56/other78.so",
                        AT + "/usr/lib/jdave/dave78.so",
                        AT + "/usr/lib/libc.so.6",
                        AT + "[heap]",
                        AT);

        assertEquals(
                List.of(Path.of("/var/my temp/jdave12/dave34.so")), UnpackedLibrary.in(mappings));
    }
}
