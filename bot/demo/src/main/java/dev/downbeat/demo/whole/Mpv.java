package dev.downbeat.demo.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real mpv with its MPRIS plug-in on a given bus and a null sink, driven and asked through its
 * JSON IPC. One thread.
 */
public final class Mpv implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofSeconds(10);

    private final Program program;
    private final SocketChannel socket;
    private final BufferedReader answers;
    private int requests;

    private Mpv(Program program, SocketChannel socket) {
        this.program = program;
        this.socket = socket;
        this.answers =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(socket), StandardCharsets.UTF_8));
    }

    public static Mpv start(Path folder, String busAddress) throws InterruptedException {
        Path ipc = folder.resolve("mpv.ipc");
        Program program =
                Program.start(
                        "mpv",
                        folder,
                        Map.of(
                                "DBUS_SESSION_BUS_ADDRESS",
                                busAddress,
                                "HOME",
                                folder.toString(),
                                "XDG_RUNTIME_DIR",
                                folder.toString(),
                                "LC_ALL",
                                "C.UTF-8"),
                        List.of(
                                "mpv",
                                "--idle",
                                "--no-video",
                                "--no-terminal",
                                "--ao=null",
                                "--pause",
                                "--input-ipc-server=" + ipc));
        return new Mpv(program, connect(program, ipc));
    }

    private static SocketChannel connect(Program program, Path ipc) throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && program.isAlive()) {
            if (Files.exists(ipc)) {
                try {
                    SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX);
                    socket.connect(UnixDomainSocketAddress.of(ipc));
                    return socket;
                } catch (IOException _) {
                    // It exists before it listens.
                }
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("mpv did not start: " + program.output());
    }

    /** Loads a file and leaves it paused at its start. */
    public void load(Path file) throws InterruptedException {
        command("loadfile", file.toString(), "replace");
        long end = System.nanoTime() + START.toNanos();
        while (ask("get_property", "audio-pts").path("data").isMissingNode()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("mpv does not load " + file);
            }
            Thread.sleep(20);
        }
    }

    public void append(Path file) {
        command("loadfile", file.toString(), "append");
    }

    /** Plays {@code file} in place of what is loaded, from {@code seconds} on. */
    public void playFrom(Path file, int seconds) {
        command("set_property", "start", Integer.toString(seconds));
        command("set_property", "pause", false);
        command("loadfile", file.toString(), "replace");
    }

    public void play() {
        command("set_property", "pause", false);
    }

    public void pause() {
        command("set_property", "pause", true);
    }

    public void seek(double seconds) {
        command("seek", seconds, "absolute+exact");
    }

    public void next() {
        command("playlist-next", "force");
    }

    /** What is being heard now: {@code audio-pts}, not the staler {@code time-pos}. */
    public PlayerPosition heard() {
        long before = System.nanoTime();
        double seconds = ask("get_property", "audio-pts").path("data").asDouble(Double.NaN);
        long after = System.nanoTime();
        return new PlayerPosition(seconds, before + (after - before) / 2, (after - before) / 2);
    }

    public void command(Object... words) {
        JsonNode answer = ask(words);
        if (!"success".equals(answer.path("error").asText())) {
            throw new IllegalStateException("mpv refused " + List.of(words) + ": " + answer);
        }
    }

    private JsonNode ask(Object... words) {
        int id = ++requests;
        try {
            String line =
                    JSON.writeValueAsString(Map.of("command", List.of(words), "request_id", id));
            ByteBuffer out = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (out.hasRemaining()) {
                socket.write(out);
            }
            return answerTo(id);
        } catch (IOException e) {
            throw new UncheckedIOException("mpv is gone", e);
        }
    }

    private JsonNode answerTo(int id) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            JsonNode node = JSON.readTree(line);
            if (node.path("request_id").asInt(-1) == id && node.has("error")) {
                return node;
            }
        }
        throw new IOException("mpv closed its socket");
    }

    @Override
    public void close() {
        program.close();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
