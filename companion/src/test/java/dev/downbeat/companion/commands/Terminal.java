package dev.downbeat.companion.commands;

import dev.downbeat.companion.Main;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shell with the companion installed. */
final class Terminal {
    private final Path folder;
    private final String busAddress;
    private final Map<String, String> variables = new HashMap<>();

    record Result(int code, String out) {}

    Terminal(Path folder, String busAddress) {
        this.folder = folder;
        this.busAddress = busAddress;
    }

    void set(String variable, String value) {
        variables.put(variable, value);
    }

    Process start(String... words) throws IOException {
        return builder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    Result run(String... words) throws IOException, InterruptedException {
        Process process = builder(words).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out);
    }

    private ProcessBuilder builder(String... words) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx128m",
                                "-Dstdout.encoding=UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("DBUS_SESSION_BUS_ADDRESS", busAddress);
        environment.put("DOWNBEAT_COMPANION_CONFIG_DIR", folder.resolve("config").toString());
        environment.put("DOWNBEAT_COMPANION_STATE_DIR", folder.resolve("state").toString());
        environment.put("DOWNBEAT_COMPANION_RUNTIME_DIR", folder.resolve("runtime").toString());
        environment.put("DOWNBEAT_COMPANION_LANGUAGE", "en");
        environment.putAll(variables);
        return builder;
    }
}
