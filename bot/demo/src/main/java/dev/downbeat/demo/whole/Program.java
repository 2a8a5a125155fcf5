package dev.downbeat.demo.whole;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A child process whose lines can be waited for; the last 1,000 lines are kept. */
public final class Program implements AutoCloseable {
    private static final int KEPT_LINES = 1_000;

    private final String name;
    private final Process process;
    private final Deque<String> lines = new ArrayDeque<>();

    private Program(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** Starts {@code command} with {@code environment} on top of this process's own. */
    public static Program start(
            String name, Path folder, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true).environment().putAll(environment);
        try {
            Program program = new Program(name, builder.start());
            Thread.ofVirtual().name(name + "-output").start(program::drain);
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    private void drain() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                keep(line);
            }
        } catch (IOException _) {
            // The process was killed: its output ends here.
        } finally {
            wake();
        }
    }

    private synchronized void keep(String line) {
        lines.addLast(line);
        if (lines.size() > KEPT_LINES) {
            lines.removeFirst();
        }
        notifyAll();
    }

    private synchronized void wake() {
        notifyAll();
    }

    /**
     * The first kept line that fits, waiting for it; fails with the output when it does not come.
     */
    public synchronized String await(Predicate<String> fits, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            for (String line : lines) {
                if (fits.test(line)) {
                    return line;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || !process.isAlive()) {
                throw new IllegalStateException(
                        name + " did not say what was waited for; it said:\n" + output());
            }
            wait(Math.min(left, 200));
        }
    }

    public synchronized String output() {
        return String.join("\n", new ArrayList<>(lines));
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL to the process and everything it started. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        join(Duration.ofSeconds(5));
    }

    /** SIGTERM, then waits for the end. Returns the exit code. */
    public int stop(Duration patience) {
        process.destroy();
        return join(patience);
    }

    /** Waits for the end. Returns the exit code. */
    public int join(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(name + " does not end; it said:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
