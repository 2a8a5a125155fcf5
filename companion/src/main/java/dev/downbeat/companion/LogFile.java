package dev.downbeat.companion;

import dev.downbeat.companion.home.RollingFile;
import dev.downbeat.companion.words.Plain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Writes what is logged to three files that only the user may read. Safe for any thread. */
final class LogFile extends Handler {
    private final RollingFile files;

    /**
     * @param unwritable told why, once, when a record cannot be written
     */
    LogFile(Path folder, Consumer<String> unwritable) {
        files = new RollingFile(folder, "companion", 3);
        setFormatter(new SimpleFormatter());
        setErrorManager(new OneLine(unwritable));
    }

    /** In place of the JDK's, which prints a stack trace. */
    private static final class OneLine extends ErrorManager {
        private final Consumer<String> unwritable;
        private final AtomicBoolean told = new AtomicBoolean();

        OneLine(Consumer<String> unwritable) {
            this.unwritable = unwritable;
        }

        @Override
        public void error(String message, Exception e, int code) {
            if (!told.getAndSet(true)) {
                unwritable.accept(message);
            }
        }
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        try {
            files.append(Plain.escapedText(getFormatter().format(record)));
        } catch (IOException e) {
            reportError(String.valueOf(e.getMessage()), e, ErrorManager.WRITE_FAILURE);
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
