package dev.downbeat.demo.player;

import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A D-Bus session bus inside this process, so that the demo needs none on the machine. */
public final class OwnBus implements AutoCloseable {
    private static final long START_MILLIS = 5_000;

    private final EmbeddedDBusDaemon daemon;
    private final String address;

    private OwnBus(EmbeddedDBusDaemon daemon, String address) {
        this.daemon = daemon;
        this.address = address;
    }

    /**
     * Listens on a socket in {@code folder}, whose path must be short (a socket's limit is 107).
     */
    public static OwnBus start(Path folder) {
        String address = "unix:path=" + folder.resolve("bus");
        EmbeddedDBusDaemon daemon = new EmbeddedDBusDaemon(address + ",listen=true");
        daemon.startInBackgroundAndWait(START_MILLIS);
        return new OwnBus(daemon, address);
    }

    /** What a program puts into {@code DBUS_SESSION_BUS_ADDRESS}. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        try {
            daemon.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
