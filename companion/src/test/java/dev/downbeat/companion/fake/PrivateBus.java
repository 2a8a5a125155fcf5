package dev.downbeat.companion.fake;

import org.junit.jupiter.api.Assumptions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real {@code dbus-daemon} of the test's own, at an address of the test's choice. */
public final class PrivateBus implements AutoCloseable {
    private final Path socket;
    private Process daemon;

    private PrivateBus(Path socket, Process daemon) {
        this.socket = socket;
        this.daemon = daemon;
    }

    public static boolean isInstalled(String program) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** Skips the test when there is no dbus-daemon. */
    public static PrivateBus start(Path folder) throws IOException {
        Assumptions.assumeTrue(
                isInstalled("dbus-daemon"), "dbus-daemon is not installed: no real bus to test on");
        Path socket = folder.resolve("bus");
        return new PrivateBus(socket, run(socket));
    }

    private static Process run(Path socket) throws IOException {
        Process daemon =
                new ProcessBuilder(
                                "dbus-daemon",
                                "--session",
                                "--nofork",
                                "--print-address",
                                "--address=unix:path=" + socket)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8));
        if (out.readLine() == null) {
            throw new IOException("dbus-daemon did not start");
        }
        return daemon;
    }

    public String address() {
        return "unix:path=" + socket;
    }

    public Map<String, String> environment() {
        return Map.of("DBUS_SESSION_BUS_ADDRESS", address());
    }

    public void kill() throws IOException {
        daemon.destroyForcibly();
        daemon.onExit().join();
        Files.deleteIfExists(socket);
    }

    public void restart() throws IOException {
        daemon = run(socket);
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}
