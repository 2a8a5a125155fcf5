package dev.downbeat.companion;

import dev.downbeat.companion.home.PrivateFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs go to three files of at most 1 MB in the state folder; the terminal is for people. */
final class Logs {
    private static final Logger ROOT = Logger.getLogger("");

    /** Held, because the logging system forgets loggers that nobody holds. */
    private static final List<Logger> QUIET =
            List.of(
                    Logger.getLogger("org.freedesktop.dbus.connections"),
                    Logger.getLogger("org.freedesktop.dbus"));

    private Logs() {}

    /**
     * @param unwritable told why, once, when no log can be kept
     */
    static void set(Path folder, Consumer<String> unwritable) {
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
        // A lost bus is ours to report; dbus-java would add a stack trace for each connection.
        QUIET.getFirst().setLevel(Level.OFF);
        QUIET.getLast().setLevel(Level.WARNING);
        System.setProperty(
                "java.util.logging.SimpleFormatter.format",
                "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        try {
            PrivateFolder.make(folder);
            ROOT.addHandler(new LogFile(folder, unwritable));
        } catch (IOException e) {
            unwritable.accept(String.valueOf(e.getMessage()));
        }
    }
}
