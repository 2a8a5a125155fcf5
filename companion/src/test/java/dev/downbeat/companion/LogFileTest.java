package dev.downbeat.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

class LogFileTest {
    @TempDir private Path folder;

    private final List<String> said = new ArrayList<>();

    private void log(String message) {
        new LogFile(folder, said::add).publish(new LogRecord(Level.INFO, message));
    }

    @Test
    void onlyTheUserMayReadItAlsoAfterItHasRolled() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        log("x".repeat(1_000_001));
        log("two");

        for (String name : new String[] {"companion.log", "companion.1.log"}) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve(name))));
        }
        assertTrue(Files.size(folder.resolve("companion.log")) < 1_000);
    }

    @Test
    void aLogThatCannotBeWrittenIsToldInOneLineOnce() throws IOException {
        Files.createDirectory(folder.resolve("companion.log"));
        LogFile log = new LogFile(folder, said::add);

        log.publish(new LogRecord(Level.INFO, "one"));
        log.publish(new LogRecord(Level.INFO, "two"));

        assertEquals(1, said.size(), said::toString);
        assertEquals(1, said.getFirst().lines().count());
    }

    @Test
    void whatWouldSteerATerminalIsEscaped() throws IOException {
        log("a\u009bb");

        assertTrue(Files.readString(folder.resolve("companion.log")).contains("a\\u009bb"));
    }
}
