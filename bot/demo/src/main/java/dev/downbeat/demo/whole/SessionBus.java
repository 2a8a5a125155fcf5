package dev.downbeat.demo.whole;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A private D-Bus session bus of the system's own daemon. */
public final class SessionBus implements AutoCloseable {
    private final Program daemon;
    private final String address;

    private SessionBus(Program daemon, String address) {
        this.daemon = daemon;
        this.address = address;
    }

    public static SessionBus start(Path folder) throws InterruptedException {
        String address = "unix:path=" + folder.resolve("bus");
        Program daemon =
                Program.start(
                        "dbus-daemon",
                        folder,
                        Map.of(),
                        List.of(
                                "dbus-daemon",
                                "--session",
                                "--nofork",
                                "--print-address=1",
                                "--address=" + address));
        daemon.await(line -> line.startsWith("unix:"), Duration.ofSeconds(10));
        return new SessionBus(daemon, address);
    }

    public String address() {
        return address;
    }

    @Override
    public void close() {
        daemon.close();
    }
}
