package dev.downbeat.demo;

import dev.downbeat.companion.Main;
import dev.downbeat.companion.control.Knock;
import dev.downbeat.companion.home.Folders;
import dev.downbeat.companion.hosting.HostStatus;
import dev.downbeat.demo.player.SimulatedPlayer;
import dev.downbeat.demo.whole.Program;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real companion, started by its own main in a process of its own, with its own folders. */
final class CompanionProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Program hosting;
    private final Path socket;

    private CompanionProcess(Program hosting, Path socket) {
        this.hosting = hosting;
        this.socket = socket;
    }

    /** Links with the code, enables the demo's player, and hosts. */
    static CompanionProcess host(Path folder, String bus, String server, String code) {
        run(folder, bus, "link", code, "--server", server).join(PATIENCE);
        run(folder, bus, "players", "enable", SimulatedPlayer.NAME).join(PATIENCE);
        return new CompanionProcess(run(folder, bus, "host"), socket(folder));
    }

    /** What it does now; empty while it does not answer. */
    Optional<HostStatus> status() {
        List<String> answer = new ArrayList<>();
        boolean _ = Knock.ask(socket, "status", answer::add);
        return answer.stream().findFirst().map(HostStatus::read);
    }

    /** Neither its process is there nor another one in its place. */
    boolean isGone() {
        return !hosting.isAlive() && status().isEmpty();
    }

    private static Path socket(Path folder) {
        return Folders.of(environment(folder), "linux", folder).socket();
    }

    private static Program run(Path folder, String bus, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(List.of(words));
        Map<String, String> environment = new HashMap<>(environment(folder));
        environment.put("DBUS_SESSION_BUS_ADDRESS", bus);
        return Program.start("companion", folder, environment, command);
    }

    private static Map<String, String> environment(Path folder) {
        String home = folder.resolve("host").toString();
        return Map.of(
                "HOME", home,
                "XDG_CONFIG_HOME", home,
                "XDG_STATE_HOME", home,
                "XDG_DATA_HOME", home,
                "XDG_RUNTIME_DIR", folder.toString());
    }

    @Override
    public void close() {
        hosting.close();
    }
}
