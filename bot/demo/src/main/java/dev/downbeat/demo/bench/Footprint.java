package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What memory a Java process holds after a collection of garbage, by Linux's {@code /proc}: it
 * alone, since what it started comes and goes with other work.
 *
 * @param residentMb all of it
 * @param neededMb the same, with the heap counted by what lives in it: how far the collector has
 *     spread over its regions by now says more about the minutes gone than about the channels
 */
record Footprint(double residentMb, double neededMb) {
    private static final Pattern HEAP =
            Pattern.compile("used (\\d+)K \\[0x([0-9a-f]+), 0x([0-9a-f]+)\\)");
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-[0-9a-f]+ .*");
    private static final double KILO = 1024;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;

    /** What the first one frees is given back to the system by the second. */
    private static final int COLLECTIONS = 2;

    static Footprint of(long pid) throws IOException, InterruptedException {
        for (int n = 0; n < COLLECTIONS; n++) {
            jcmd(pid, "GC.run");
        }
        Matcher heap = HEAP.matcher(jcmd(pid, "GC.heap_info"));
        if (!heap.find()) {
            throw new IllegalStateException("process " + pid + " tells nothing of its heap");
        }
        long from = Long.parseUnsignedLong(heap.group(2), 16);
        long until = Long.parseUnsignedLong(heap.group(3), 16);
        double resident = residentKb(pid, 0, Long.MAX_VALUE);
        double needed = resident - residentKb(pid, from, until) + Long.parseLong(heap.group(1));
        return new Footprint(resident / KILO, needed / KILO);
    }

    private static String jcmd(long pid, String what) throws InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        byte[] said = Output.of(List.of(jcmd.toString(), Long.toString(pid), what));
        return new String(said, StandardCharsets.UTF_8);
    }

    /** Of what is mapped between two addresses. */
    private static long residentKb(long pid, long from, long until) throws IOException {
        long sum = 0;
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps"))) {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                long start = Long.parseUnsignedLong(mapping.group(1), 16);
                inside = start >= from && start < until;
            } else if (inside && line.startsWith("Rss:")) {
                sum += Long.parseLong(SPACE.split(line, -1)[1]);
            }
        }
        return sum;
    }

    /** User and system time since the start, of what it started too. */
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

    private static List<Long> family(long pid) {
        ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(first), first.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }
}
