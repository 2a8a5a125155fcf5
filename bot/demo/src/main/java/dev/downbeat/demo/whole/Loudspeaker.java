package dev.downbeat.demo.whole;

import dev.downbeat.audio.Correlation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes out of the host's PC: a PulseAudio of its own with a null sink, whose monitor is heard
 * as it is rendered, 10 to 30 ms late. For players that do not tell their position well. One thread
 * besides its own.
 */
public final class Loudspeaker implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(10);
    private static final int RATE = 48_000;
    private static final int PIECE = RATE / 10;

    private final Program daemon;
    private final String server;
    private final Process monitor;
    private final float[] newest = new float[PIECE];
    private long arrivedNanos;
    private long received;

    private Loudspeaker(Program daemon, String server, Process monitor) {
        this.daemon = daemon;
        this.server = server;
        this.monitor = monitor;
    }

    public static Loudspeaker start(Path folder) throws IOException, InterruptedException {
        Path socket = folder.resolve("speaker");
        Map<String, String> home =
                Map.of("HOME", folder.toString(), "XDG_RUNTIME_DIR", folder.toString());
        Program daemon =
                Program.start(
                        "pulseaudio",
                        folder,
                        home,
                        List.of(
                                "pulseaudio",
                                "-n",
                                "--daemonize=no",
                                "--exit-idle-time=-1",
                                "--log-level=notice",
                                "--load=module-null-sink sink_name=room rate=48000",
                                "--load=module-native-protocol-unix auth-anonymous=1 socket="
                                        + socket));
        String server = "unix:" + socket;
        await(server);
        Loudspeaker speaker = new Loudspeaker(daemon, server, record(server));
        Thread.ofPlatform().daemon().name("loudspeaker").start(speaker::listen);
        return speaker;
    }

    private static void await(String server) throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            Program asked =
                    Program.start(
                            "pactl",
                            Path.of("."),
                            Map.of("PULSE_SERVER", server),
                            List.of("pactl", "info"));
            if (asked.join(START) == 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("pulseaudio did not start");
    }

    private static Process record(String server) throws IOException {
        ProcessBuilder parec =
                new ProcessBuilder(
                        "parec",
                        "--device=room.monitor",
                        "--latency-msec=10",
                        "--rate=" + RATE,
                        "--channels=1",
                        "--format=s16le");
        parec.environment().put("PULSE_SERVER", server);
        return parec.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** What a player needs in its {@code PULSE_SERVER} to be heard here. */
    public String server() {
        return server;
    }

    private void listen() {
        byte[] bytes = new byte[RATE / 50 * 2];
        try (InputStream in = monitor.getInputStream()) {
            for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
                keep(ByteBuffer.wrap(bytes, 0, read - read % 2).order(ByteOrder.LITTLE_ENDIAN));
                in.readNBytes(bytes, 0, read % 2);
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private synchronized void keep(ByteBuffer pcm) {
        int samples = pcm.remaining() / 2;
        System.arraycopy(newest, samples, newest, 0, PIECE - samples);
        for (int i = PIECE - samples; i < PIECE; i++) {
            newest[i] = pcm.getShort();
        }
        received += samples;
        arrivedNanos = System.nanoTime();
    }

    /** Where in {@code track} the newest sound is; empty when it is not from there. */
    public Optional<PlayerPosition> heard(Reference track, double expected, double within) {
        float[] piece;
        long arrived;
        synchronized (this) {
            if (received < PIECE) {
                return Optional.empty();
            }
            piece = Arrays.copyOf(newest, PIECE);
            arrived = arrivedNanos;
        }
        double length = (double) PIECE / RATE;
        Correlation.Match match = track.find(piece, expected - length, within);
        return match.isCertain()
                ? Optional.of(
                        new PlayerPosition(match.position() / (double) RATE + length, arrived, 0))
                : Optional.empty();
    }

    @Override
    public void close() {
        monitor.destroyForcibly();
        daemon.close();
    }
}
