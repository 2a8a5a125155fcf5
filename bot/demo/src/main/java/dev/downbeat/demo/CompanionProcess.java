package dev.downbeat.demo;

import dev.downbeat.companion.Main;
import dev.downbeat.demo.player.SimulatedPlayer;
import dev.downbeat.demo.whole.Program;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real companion, started by its own main in a process of its own, with its own folders. */
final class CompanionProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Program hosting;

    private CompanionProcess(Program hosting) {
        this.hosting = hosting;
    }

    /** Links with the code, enables the demo's player, and hosts. */
    static CompanionProcess host(Path folder, String bus, String server, String code) {
        run(folder, bus, "link", code, "--server", server).join(PATIENCE);
        run(folder, bus, "players", "enable", SimulatedPlayer.NAME).join(PATIENCE);
        return new CompanionProcess(run(folder, bus, "host"));
    }

    private static Program run(Path folder, String bus, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(List.of(words));
        String home = folder.resolve("host").toString();
        return Program.start(
                "companion",
                folder,
                Map.of(
                        "DBUS_SESSION_BUS_ADDRESS", bus,
                        "HOME", home,
                        "XDG_CONFIG_HOME", home,
                        "XDG_STATE_HOME", home,
                        "XDG_DATA_HOME", home,
                        "XDG_RUNTIME_DIR", folder.toString()),
                command);
    }

    @Override
    public void close() {
        hosting.close();
    }
}
