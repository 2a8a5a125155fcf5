package dev.downbeat.companion.detectors.mpris;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where the session bus of this desktop listens. */
final class BusAddress {
    private BusAddress() {}

    /**
     * @throws IOException when there is none; the message is for people
     */
    static String of(Map<String, String> environment) throws IOException {
        String told = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        for (String one : told.split(";", -1)) {
            if (one.startsWith("unix:path=")) {
                return one;
            }
        }
        Path usual = Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/nowhere"), "bus");
        if (Files.exists(usual)) {
            return "unix:path=" + usual;
        }
        throw new IOException(
                told.isBlank()
                        ? "DBUS_SESSION_BUS_ADDRESS is not set"
                        : "DBUS_SESSION_BUS_ADDRESS names no unix:path socket");
    }
}
