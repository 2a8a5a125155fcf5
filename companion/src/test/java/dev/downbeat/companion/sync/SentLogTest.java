package dev.downbeat.companion.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class SentLogTest {
    @TempDir private Path folder;
    private SentLog log;
    private final List<String> read = new ArrayList<>();

    @BeforeEach
    void open() {
        log = new SentLog(folder.resolve("state"), () -> Instant.EPOCH);
    }

    @Test
    void everyLineIsKeptWithItsTime() throws IOException {
        log.sent("one");
        log.sent("два");

        log.read(read::add);

        assertEquals(List.of("1970-01-01T00:00:00Z one", "1970-01-01T00:00:00Z два"), read);
    }

    @Test
    void whatWouldSteerATerminalIsEscapedInTheFileAndForWhoeverFollows() throws IOException {
        Runnable _ = log.follow(read::add);

        log.sent("{\"title\":\"\u009b2Ja\u202eb\u2028\"}");

        String expected = "1970-01-01T00:00:00Z {\"title\":\"\\u009b2Ja\\u202eb\\u2028\"}";
        assertEquals(List.of(expected), read);
        assertEquals(expected + "\n", Files.readString(folder.resolve("state/sent.log")));
    }

    @Test
    void whatAnOlderCompanionRecordedIsEscapedForReading() throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("state/sent.log"), "a\u009bb\n");

        log.read(read::add);

        assertEquals(List.of("a\\u009bb"), read);
    }

    @Test
    void itIsBoundedAndTheOldestGoes() throws IOException {
        String line = "x".repeat(100_000);
        for (int i = 0; i < 60; i++) {
            log.sent(i + " " + line);
        }

        log.read(read::add);

        assertTrue(read.getLast().startsWith("1970-01-01T00:00:00Z 59 "));
        assertTrue(read.size() <= 22, read.size() + " lines of 100 kB");
    }

    @Test
    void anInterruptNeitherLosesNorBreaksALine() throws IOException {
        for (int i = 0; i < 3; i++) {
            Thread.currentThread().interrupt();
            log.sent("line " + i);
            assertTrue(Thread.interrupted());
        }

        log.read(read::add);

        assertEquals(3, read.size(), read::toString);
    }

    @Test
    void whatCannotBeRecordedIsRefusedAndNobodyHearsThatItWent() throws IOException {
        Files.createDirectories(folder.resolve("state/sent.log"));
        Runnable _ = log.follow(read::add);

        assertThrows(NotRecorded.class, () -> log.sent("one"));

        assertEquals(List.of(), read);
    }

    @Test
    void whoeverFollowsHearsUntilItStops() throws IOException {
        Runnable stop = log.follow(read::add);

        log.sent("one");
        stop.run();
        log.sent("two");

        assertEquals(List.of("1970-01-01T00:00:00Z one"), read);
    }

    @Test
    void onlyTheUserMayReadIt() throws IOException {
        log.sent("one");

        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("state"))));
    }

    @Test
    void onlyTheUserMayReadItInAFolderThatOthersMayLookInto() throws IOException {
        Path state = Files.createDirectories(folder.resolve("state"));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));
        log.sent("one");
        assertEquals("rw-------", permissions(state.resolve("sent.log")));

        Files.setPosixFilePermissions(
                state.resolve("sent.log"), PosixFilePermissions.fromString("rw-r--r--"));
        log.sent("two");

        assertEquals("rw-------", permissions(state.resolve("sent.log")));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
