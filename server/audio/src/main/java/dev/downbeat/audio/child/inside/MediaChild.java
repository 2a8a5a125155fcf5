package dev.downbeat.audio.child.inside;

import dev.downbeat.audio.child.wire.Answer;
import dev.downbeat.audio.child.wire.Order;
import dev.downbeat.audio.child.wire.Pipe;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Main of the media child: the only process that parses media. Talks over standard input and
 * output, ends when its input does. Its working folder is its own.
 */
public final class MediaChild {
    private final Rehearsal rehearsal = new Rehearsal();
    private final Speaker speaker;
    private final Path folder;
    private int currentJob;
    private Received received = Received.none();

    private MediaChild(Speaker speaker, Path folder) {
        this.speaker = speaker;
        this.folder = folder;
    }

    static void main() {
        Speaker speaker = new Speaker(new FileOutputStream(FileDescriptor.out));
        // Whatever a library prints must not get between the messages.
        System.setOut(System.err);
        InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 17);
        MediaChild child = new MediaChild(speaker, Path.of("").toAbsolutePath());
        try {
            WarmUp.run();
            speaker.say(new Answer.Working());
            child.rehearse();
            child.listen(in);
        } catch (IOException _) {
            // The server is gone, and so is every reason to go on.
        } finally {
            // Not exit(): a job may be waiting for bytes, and a hook for a job.
            Runtime.getRuntime().halt(0);
        }
    }

    private void rehearse() {
        Thread.ofPlatform().name("rehearsal").daemon().start(rehearsal);
    }

    private void listen(InputStream in) throws IOException {
        while (true) {
            switch (Pipe.readOrder(in)) {
                case Order.Probe(int job, _, long length) -> {
                    Received bytes = begin(job, length);
                    start(() -> new ProbeJob(bytes, speaker).run());
                }
                case Order.Ingest(int job, _, long length, long firstIndex) -> {
                    Received bytes = begin(job, length);
                    start(() -> new IngestJob(bytes, firstIndex, folder, speaker).run());
                }
                case Order.Bytes(int job, long offset, byte[] bytes) -> of(job).put(offset, bytes);
                case Order.EndOfBytes(int job, long total) -> of(job).endAt(total);
                case Order.BytesLost(int job, String reason) -> of(job).lose(reason);
            }
        }
    }

    /** Where bytes of this job go: nowhere, when it is over. */
    private Received of(int job) {
        return job == currentJob ? received : Received.none();
    }

    private Received begin(int job, long length) {
        rehearsal.end();
        currentJob = job;
        received = new Received(length, folder.resolve("bytes-" + job), speaker);
        return received;
    }

    private static void start(Runnable job) {
        Thread.ofPlatform().name("job").daemon().start(job);
    }
}
