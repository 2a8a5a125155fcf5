package dev.downbeat.audio.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Probe;
import dev.downbeat.audio.child.wire.Packet;
import dev.downbeat.audio.child.wire.Take;
import dev.downbeat.audio.testmedia.Media;
import dev.downbeat.audio.testmedia.Upload;
import dev.downbeat.audio.testmedia.Wave;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Children that are killed, stopped or starved cost their job and nothing else. */
class MediaChildrenTest {
    private static final ChildLimits IMPATIENT =
            new ChildLimits(
                    256, 2, Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofMinutes(2));

    @TempDir Path folder;
    private @Nullable MediaChildren children;

    private MediaChildren open(ChildLimits limits) throws IOException {
        MediaChildren opened =
                MediaChildren.open(() -> Files.createTempDirectory(folder, "child-"), limits);
        children = opened;
        return opened;
    }

    @AfterEach
    void close() {
        if (children != null) {
            children.close();
        }
    }

    private static Media song(double seconds) {
        return Media.of("song.wav", Wave.file(Wave.noise(seconds, 44_100, 9000, 1), 44_100));
    }

    @Test
    void aKilledChildCostsItsJobAndTheNextOneWorks() throws Exception {
        MediaChildren open = open(ChildLimits.DEFAULT);
        Upload upload = new Upload(song(20), 1 << 20, 0);
        Heard heard = new Heard();

        CompletableFuture<@Nullable String> job = start(open, upload, heard);
        assertTrue(heard.first.await(30, TimeUnit.SECONDS));
        open.processIds().forEach(id -> ProcessHandle.of(id).ifPresent(this::kill));

        String refused = assertNotNullValue(job.get(30, TimeUnit.SECONDS));
        assertTrue(refused.contains("decoder_stopped"), refused);
        assertNull(open.ingest(song(2), 0, new Heard()));
    }

    private void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Test
    void aChildThatHangsIsKilled() throws Exception {
        MediaChildren open = open(IMPATIENT);
        Upload upload = new Upload(song(20), 1 << 20, 0);
        Heard heard = new Heard();

        CompletableFuture<@Nullable String> job = start(open, upload, heard);
        assertTrue(heard.first.await(30, TimeUnit.SECONDS));
        for (long id : open.processIds()) {
            new ProcessBuilder("kill", "-STOP", Long.toString(id)).start().waitFor();
        }
        upload.arrive();

        String refused = assertNotNullValue(job.get(60, TimeUnit.SECONDS));
        assertTrue(refused.contains("too_slow"), refused);
    }

    @Test
    void aMediumThatNeedsTooMuchMemoryIsRefused() throws Exception {
        MediaChildren open =
                open(
                        new ChildLimits(
                                24,
                                1,
                                Duration.ofSeconds(8),
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(2)));

        String refused = assertNotNullValue(open.ingest(song(120), 0, new Heard()));

        assertTrue(refused.contains("too_much_memory"), refused);
    }

    @Test
    void aProbeWhoseBytesDoNotComeHoldsUpNoOther() throws Exception {
        MediaChildren open = open(ChildLimits.DEFAULT);
        Upload silent = new Upload(song(20), 0, 0);
        CompletableFuture<Probe> slow = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> slow.complete(open.probe(silent)));
        assertTrue(silent.awaitReader(Duration.ofSeconds(30)));

        assertInstanceOf(Probe.Read.class, open.probe(song(1)));

        assertFalse(slow.isDone());
        silent.breakOff();
        assertEquals(new Probe.Refused("the host went away"), slow.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aJobLeavesNothingBehind() throws Exception {
        MediaChildren open = open(ChildLimits.DEFAULT);

        assertNull(open.ingest(song(2), 0, new Heard()));

        try (Stream<Path> files = Files.walk(folder)) {
            List<String> left =
                    files.filter(Files::isRegularFile)
                            .map(Path::toString)
                            .filter(name -> !name.contains("lava-jni"))
                            .toList();
            assertEquals(List.of(), left);
        }
    }

    @Test
    void oneChildIsReusedForManyJobs() throws Exception {
        MediaChildren open = open(ChildLimits.DEFAULT);

        for (int i = 0; i < 6; i++) {
            assertInstanceOf(Probe.Read.class, open.probe(song(1)));
        }

        assertTrue(open.processIds().size() <= 2, "children: " + open.processIds());
    }

    @Test
    void childrenEndWithTheirServer() throws Exception {
        MediaChildren open = open(ChildLimits.DEFAULT);
        List<Long> ids = open.processIds();
        assertFalse(ids.isEmpty());

        open.close();

        for (long id : ids) {
            ProcessHandle.of(id).ifPresent(process -> process.onExit().join());
            assertTrue(ProcessHandle.of(id).isEmpty());
        }
    }

    @Test
    void aChildWhoseInputEndsGoesAway() throws Exception {
        Process child = new Launcher(64).start(folder);

        child.getOutputStream().close();

        assertTrue(child.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, child.exitValue());
    }

    private static CompletableFuture<@Nullable String> start(
            MediaChildren children, MediaStream media, IngestListener listener) {
        CompletableFuture<@Nullable String> job = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        job.complete(children.ingest(media, 0, listener));
                    } catch (InterruptedException | RuntimeException e) {
                        job.completeExceptionally(e);
                    }
                });
        return job;
    }

    private static String assertNotNullValue(@Nullable String value) {
        assertNotNull(value, "it was not refused");
        return java.util.Objects.requireNonNull(value);
    }

    private static final class Heard implements IngestListener {
        private final CountDownLatch first = new CountDownLatch(1);

        @Override
        public void made(Take take, long index, List<Packet> packets) {
            first.countDown();
        }

        @Override
        public void counted(long frames) {}

        @Override
        public void settled(long index) {}

        @Override
        public void finished() {}
    }
}
