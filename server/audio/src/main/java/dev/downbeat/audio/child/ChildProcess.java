package dev.downbeat.audio.child;

import dev.downbeat.audio.Refusal;
import dev.downbeat.audio.child.wire.Answer;
import dev.downbeat.audio.child.wire.Order;
import dev.downbeat.audio.child.wire.Pipe;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * One running media child and its pipe. What it says waits in a queue of 64 messages; when that is
 * full the child waits. Any thread may send, one takes.
 */
final class ChildProcess implements AutoCloseable {
    private static final int WAITING_ANSWERS = 64;
    private static final int EXIT_OUT_OF_MEMORY = 3;

    private final Process process;
    private final Path folder;
    private final OutputStream out;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(WAITING_ANSWERS);
    private final AtomicBoolean closed = new AtomicBoolean();
    private int jobs;

    /** An answer, or the end of all answers. */
    private sealed interface Heard {
        record Said(Answer answer) implements Heard {}

        record Gone(boolean saidNonsense) implements Heard {}
    }

    ChildProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.out = new BufferedOutputStream(process.getOutputStream(), 1 << 17);
        Thread.ofPlatform().name("media-child-answers").daemon().start(this::listen);
        Thread.ofPlatform().name("media-child-errors").daemon().start(this::drainErrors);
    }

    private void listen() {
        boolean saidNonsense = false;
        try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 17)) {
            while (true) {
                heard.put(new Heard.Said(Pipe.readAnswer(in)));
            }
        } catch (java.io.EOFException _) {
            // It ended.
        } catch (IOException | RuntimeException _) {
            saidNonsense = !closed.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        boolean told = false;
        while (!told && !closed.get()) {
            try {
                told = heard.offer(new Heard.Gone(saidNonsense), 1, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Its error output is of no use to anyone and must not fill the pipe. */
    private void drainErrors() {
        try (InputStream errors = process.getErrorStream()) {
            errors.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // It ended.
        }
    }

    /** Waits for the next answer; null when none came in time. */
    @Nullable Answer take(Duration patience) throws ChildDied, InterruptedException {
        return switch (heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            case null -> null;
            case Heard.Said(Answer answer) -> answer;
            case Heard.Gone(boolean saidNonsense) -> throw died(saidNonsense);
        };
    }

    private ChildDied died(boolean saidNonsense) throws InterruptedException {
        boolean ended = process.waitFor(1, TimeUnit.SECONDS);
        // A JVM that runs out of memory says so on its standard output, between the messages.
        if (ended && process.exitValue() == EXIT_OUT_OF_MEMORY) {
            return new ChildDied(Refusal.TOO_MUCH_MEMORY.code());
        }
        return new ChildDied(
                saidNonsense ? Refusal.DECODER_FAILED.code() : Refusal.DECODER_STOPPED.code());
    }

    void send(Order order) {
        try {
            Pipe.write(order, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts a job and tells how many it has had. */
    int countJob() {
        return ++jobs;
    }

    /** Alive, and its folder was not taken away from it. */
    boolean isUsable() {
        return !closed.get() && process.isAlive() && Files.isDirectory(folder);
    }

    long processId() {
        return process.pid();
    }

    /** Kills it at once: nothing of its own is worth keeping. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            process.destroyForcibly();
            heard.clear();
            var _ = process.onExit().thenRun(this::deleteFolder);
        }
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // Deleted at the next start, with everything else in the parent folder.
        }
    }
}
