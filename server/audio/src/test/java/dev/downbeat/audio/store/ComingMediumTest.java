package dev.downbeat.audio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.OpusPackets;
import dev.downbeat.audio.child.ChildLimits;
import dev.downbeat.audio.child.IngestListener;
import dev.downbeat.audio.child.MediaChildren;
import dev.downbeat.audio.child.wire.Packet;
import dev.downbeat.audio.child.wire.Take;
import dev.downbeat.audio.testmedia.Ffmpeg;
import dev.downbeat.audio.testmedia.Media;
import dev.downbeat.audio.testmedia.Upload;
import dev.downbeat.audio.testmedia.Wave;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sound while the file is still being uploaded. */
class ComingMediumTest {
    private static final int HALF_SECONDS = 15;

    @TempDir Path folder;
    private MediaChildren children;

    @BeforeEach
    void open() throws Exception {
        children =
                MediaChildren.open(
                        () -> Files.createTempDirectory(folder, "child-"), ChildLimits.DEFAULT);
    }

    @AfterEach
    void close() {
        children.close();
    }

    @Test
    void theBeginningSoundsBeforeTheRestIsThere() throws Exception {
        Media whole = quietThenLoud();
        Upload upload = new Upload(whole, (int) whole.length() / 2, 0);
        Heard heard = new Heard(100);

        CompletableFuture<@Nullable String> result = ingest(upload, 5, heard);
        assertTrue(heard.enough.await(30, TimeUnit.SECONDS), "sound before the upload ended");
        assertNull(heard.count);
        upload.arrive();

        assertNull(result.get(60, TimeUnit.SECONDS));
        assertEquals(2L * HALF_SECONDS * 50, heard.count);
        assertEquals(2 * HALF_SECONDS * 50, heard.clean.size());
    }

    @Test
    void aGainThatTurnsOutWrongIsWalkedToAndNotJumpedTo() throws Exception {
        Media whole = quietThenLoud();
        Upload upload = new Upload(whole, (int) whole.length() / 2, 0);
        Heard heard = new Heard(100);

        CompletableFuture<@Nullable String> result = ingest(upload, 0, heard);
        assertTrue(heard.enough.await(30, TimeUnit.SECONDS));
        upload.arrive();
        assertNull(result.get(60, TimeUnit.SECONDS));

        double[] live = decibels(heard.live);
        double[] clean = decibels(heard.clean);
        int settled = (int) (long) assertNotNullValue(heard.settled);
        double worstStep = 0;
        for (int i = 60; i < Math.min(settled, live.length) - 50; i++) {
            double now = live[i] - clean[i];
            double aSecondOn = live[i + 50] - clean[i + 50];
            worstStep = Math.max(worstStep, Math.abs(aSecondOn - now));
        }
        assertTrue(Math.abs(live[50] - clean[50]) > 2, "the provisional gain differs");
        assertTrue(worstStep < 1.5, "at most 1 dB a second, but " + worstStep);
        assertEquals(clean[settled + 20], live[settled + 20], 0.5);
    }

    @Test
    void anUploadThatBreaksOffIsRefusedInPlainWords() throws Exception {
        Media whole = quietThenLoud();
        Upload upload = new Upload(whole, 1 << 20, 0);
        Heard heard = new Heard(10);

        CompletableFuture<@Nullable String> result = ingest(upload, 0, heard);
        assertTrue(heard.enough.await(30, TimeUnit.SECONDS));
        upload.breakOff();

        String refused = assertNotNullValue(result.get(60, TimeUnit.SECONDS));
        assertTrue(refused.contains("the host went away"), refused);
    }

    @Test
    void anMp4WithItsHeadAtTheEndSoundsFromHeadAndTail() throws Exception {
        assumeTrue(Ffmpeg.isThere(), "ffmpeg is not installed: no m4a can be made");
        Path wave = Files.write(folder.resolve("n.wav"), quietThenLoud().content().bytes());
        Path file = folder.resolve("last.m4a");
        Ffmpeg.convert(wave, file, "-c:a", "aac", "-b:a", "320k");
        Media whole = Media.of(file);
        Upload upload = new Upload(whole, 1 << 19, 1 << 17);
        Heard heard = new Heard(100);

        CompletableFuture<@Nullable String> result = ingest(upload, 0, heard);
        assertTrue(heard.enough.await(30, TimeUnit.SECONDS), "sound before the middle came");
        upload.arrive();

        assertNull(result.get(60, TimeUnit.SECONDS));
    }

    private CompletableFuture<@Nullable String> ingest(
            MediaStream media, long firstIndex, IngestListener listener) {
        CompletableFuture<@Nullable String> result = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        result.complete(children.ingest(media, firstIndex, listener));
                    } catch (InterruptedException | RuntimeException e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    private static Media quietThenLoud() {
        short[] quiet = Wave.noise(HALF_SECONDS, Wave.RATE, 3000, 1);
        short[] loud = Wave.noise(HALF_SECONDS, Wave.RATE, 26_000, 2);
        short[] both = Arrays.copyOf(quiet, quiet.length + loud.length);
        System.arraycopy(loud, 0, both, quiet.length, loud.length);
        return Media.of("n.wav", Wave.file(both, Wave.RATE));
    }

    private static double[] decibels(List<Packet> packets) {
        short[] pcm = OpusPackets.decodeAll(packets.stream().map(Packet::opus).toList());
        double[] decibels = new double[packets.size()];
        for (int i = 0; i < decibels.length; i++) {
            double sum = 1;
            for (int k = i * 1920; k < (i + 1) * 1920; k++) {
                sum += pcm[k] * (double) pcm[k];
            }
            decibels[i] = 10 * Math.log10(sum / 1920);
        }
        return decibels;
    }

    private static <T> T assertNotNullValue(@Nullable T value) {
        assertNotNull(value);
        return java.util.Objects.requireNonNull(value);
    }

    /** Keeps what an ingest gives; read after it ended, the latch apart. */
    private static final class Heard implements IngestListener {
        private final List<Packet> live = new ArrayList<>();
        private final List<Packet> clean = new ArrayList<>();
        private final CountDownLatch enough;
        private volatile @Nullable Long count;
        private volatile @Nullable Long settled;

        Heard(int enough) {
            this.enough = new CountDownLatch(enough);
        }

        @Override
        public void made(Take take, long first, List<Packet> packets) {
            (take == Take.LIVE ? live : clean).addAll(packets);
            packets.forEach(_ -> enough.countDown());
        }

        @Override
        public void counted(long frames) {
            count = frames;
        }

        @Override
        public void settled(long index) {
            settled = index;
        }

        @Override
        public void finished() {}
    }
}
