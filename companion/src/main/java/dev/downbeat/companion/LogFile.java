package dev.downbeat.companion;

import dev.downbeat.companion.home.RollingFile;
import dev.downbeat.companion.words.Plain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Writes what is logged to three files that only the user may read. Safe for any thread. */
final class LogFile extends Handler {
    private final RollingFile files;

    LogFile(Path folder) {
        files = new RollingFile(folder, "companion", 3);
        setFormatter(new SimpleFormatter());
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        try {
            files.append(Plain.escapedText(getFormatter().format(record)));
        } catch (IOException e) {
            reportError(e.getMessage(), e, ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
