package dev.downbeat.companion.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Assumptions;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real mpv without sound on a private bus, driven by its JSON IPC. */
public final class RealMpv implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PLUGINS =
            List.of("/etc/mpv/scripts/mpris.so", "/usr/lib/mpv-mpris/mpris.so");

    private final Process process;
    private final SocketChannel ipc;
    private final BufferedReader answers;

    private RealMpv(Process process, SocketChannel ipc) {
        this.process = process;
        this.ipc = ipc;
        this.answers = new BufferedReader(Channels.newReader(ipc, StandardCharsets.UTF_8));
    }

    /** Skips the test when mpv or its MPRIS plugin is missing. */
    public static RealMpv start(Path folder, String busAddress) throws Exception {
        Assumptions.assumeTrue(PrivateBus.isInstalled("mpv"), "mpv is not installed");
        Optional<String> plugin =
                PLUGINS.stream().filter(file -> Files.exists(Path.of(file))).findFirst();
        Assumptions.assumeTrue(plugin.isPresent(), "mpv-mpris is not installed");
        Path socket = folder.resolve("mpv.sock");
        ProcessBuilder builder =
                new ProcessBuilder(
                        "mpv",
                        "--idle=yes",
                        "--ao=null",
                        "--vo=null",
                        "--no-terminal",
                        "--no-config",
                        "--script=" + plugin.orElseThrow(),
                        "--input-ipc-server=" + socket);
        builder.environment().put("DBUS_SESSION_BUS_ADDRESS", busAddress);
        builder.environment().put("HOME", folder.toString());
        Process process = builder.redirectErrorStream(true).start();
        return new RealMpv(process, connect(process, socket));
    }

    private static SocketChannel connect(Process process, Path socket) throws Exception {
        for (int tried = 0; tried < 200; tried++) {
            try {
                return SocketChannel.open(UnixDomainSocketAddress.of(socket));
            } catch (IOException _) {
                // Not listening yet; waiting for its end is a pause that ends early when it dies.
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IOException("mpv ended with " + process.exitValue());
                }
            }
        }
        throw new IOException("mpv does not listen");
    }

    public JsonNode command(Object... words) throws IOException {
        String line = JSON.writeValueAsString(java.util.Map.of("command", words)) + "\n";
        int _ = ipc.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        while (true) {
            JsonNode answer = JSON.readTree(answers.readLine());
            if (answer.has("error")) {
                return answer.path("data");
            }
        }
    }

    /** Loads a file paused, and waits until it is there. */
    public void load(Path file) throws IOException {
        command("set_property", "pause", true);
        command("loadfile", file.toString());
        if (Stream.generate(this::duration).limit(5_000).noneMatch(known -> known > 0)) {
            throw new IOException("mpv does not load the file");
        }
    }

    private double duration() {
        try {
            return command("get_property", "duration").asDouble(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public double positionMs() throws IOException {
        return command("get_property", "time-pos").asDouble() * 1_000;
    }

    @Override
    public void close() throws IOException {
        ipc.close();
        process.destroyForcibly();
        process.onExit().join();
    }
}
