package dev.downbeat.demo.bench;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.downbeat.demo.Folders;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code mvn -Pbench -Dbench=<name>}: runs one benchmark and prints one line of JSON with its
 * values, the machine's load and an empty control run.
 */
public final class Bench {
    private static final int CONTROL_SECONDS = 10;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        Optional<Benchmark> found =
                Benchmarks.ALL.stream().filter(b -> b.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            usage(System.out);
            return;
        }
        System.out.println(new ObjectMapper().writeValueAsString(run(found.get())));
    }

    private static void usage(PrintStream out) {
        out.println("Name a benchmark: mvn -Pbench -Dbench=<name>, one of");
        for (Benchmark each : Benchmarks.ALL) {
            out.printf("  %-12s %s%n", each.name(), each.about());
        }
    }

    private static Map<String, Object> run(Benchmark benchmark) throws Exception {
        Load before = Load.measure(CONTROL_SECONDS);
        Path folder = Files.createTempDirectory("db");
        try {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("bench", benchmark.name());
            line.putAll(benchmark.measure(folder));
            line.put("load_before", before.average());
            line.put("control_wake_p99_ms", before.wakeUpP99Ms());
            line.put("control_frames_late", before.lateFrames());
            line.put("machine", before.tooBusy() ? "machine too busy" : "quiet");
            return line;
        } finally {
            Folders.remove(folder);
        }
    }
}
