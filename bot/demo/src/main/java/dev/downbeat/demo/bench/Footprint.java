package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a Java process uses and holds, by Linux's {@code /proc}.
 *
 * @param cpuSeconds user and system time since the start, of what it started too
 * @param megabytes resident in it alone, after a collection of garbage: what it started comes and
 *     goes with other work
 */
record Footprint(double cpuSeconds, double megabytes) {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;

    /** What the first one frees is given back to the system by the second. */
    private static final int COLLECTIONS = 2;

    static Footprint of(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        for (int n = 0; n < COLLECTIONS; n++) {
            Output.of(List.of(jcmd.toString(), Long.toString(pid), "GC.run"));
        }
        return new Footprint(cpuSeconds(pid), megabytes(pid));
    }

    static double cpuSeconds(long pid) throws IOException {
        double sum = 0;
        for (long each : family(pid)) {
            String stat = Files.readString(Path.of("/proc", Long.toString(each), "stat"));
            // What stands before is the name, which may hold anything.
            String[] words = SPACE.split(stat.substring(stat.lastIndexOf(')') + 2), -1);
            sum += Long.parseLong(words[USER_TICKS]) + Long.parseLong(words[USER_TICKS + 1]);
        }
        return sum / TICKS_PER_SECOND;
    }

    private static double megabytes(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(SPACE.split(line, -1)[1]) / 1024.0;
            }
        }
        throw new IllegalStateException("process " + pid + " has ended");
    }

    private static List<Long> family(long pid) {
        ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(first), first.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }
}
