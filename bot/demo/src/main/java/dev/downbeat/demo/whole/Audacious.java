package dev.downbeat.demo.whole;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real Audacious without a window, driven by its own tool. One thread. */
public final class Audacious implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Program program;
    private final Path folder;
    private final Map<String, String> environment;

    private Audacious(Program program, Path folder, Map<String, String> environment) {
        this.program = program;
        this.folder = folder;
        this.environment = environment;
    }

    /** Plays {@code file} at once. */
    public static Audacious play(Path folder, String bus, Loudspeaker speaker, Path file) {
        Map<String, String> environment =
                Map.of(
                        "DBUS_SESSION_BUS_ADDRESS", bus,
                        "PULSE_SERVER", speaker.server(),
                        "HOME", folder.toString(),
                        "XDG_RUNTIME_DIR", folder.toString(),
                        "XDG_CONFIG_HOME", folder.resolve("config").toString());
        Program program =
                Program.start(
                        "audacious",
                        folder,
                        environment,
                        List.of("audacious", "-H", file.toString()));
        return new Audacious(program, folder, environment);
    }

    public void seek(int seconds) throws InterruptedException {
        Program tool =
                Program.start(
                        "audtool",
                        folder,
                        environment,
                        List.of("audtool", "--playback-seek", Integer.toString(seconds)));
        if (tool.join(ANSWER) != 0) {
            throw new IllegalStateException("audacious refused: " + tool.output());
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
