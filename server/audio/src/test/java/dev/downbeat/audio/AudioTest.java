package dev.downbeat.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The whole sound side: a file goes in, stamped frames come out on the tick. */
class AudioTest {
    private static final int SECONDS = 3;

    @TempDir private Path folder;

    @Test
    void aFileIsHeardOnItsTimelineToItsEnd() throws Exception {
        Heard heard = new Heard();
        List<Frame> frames = new CopyOnWriteArrayList<>();
        try (Audio audio = Audio.open(folder, 100_000_000, System::nanoTime);
                Stage stage = audio.stage();
                FrameTap tap = stage.tap(Duration.ZERO)) {
            MediaStream file = new Wav(tone());
            assertInstanceOf(Probe.Read.class, audio.probe(file));
            try (AutoCloseable _ = audio.join(tick -> add(frames, tap.due(tick)))) {
                Medium medium = new Medium(audio.keyOf(file), file);
                stage.play(1, medium, Duration.ofSeconds(1), System.nanoTime(), false, heard);

                assertTrue(heard.over.await(60, TimeUnit.SECONDS), "no end: " + heard.words);
            }
            assertTrue(audio.tickFigures().announced() > 0);
        }

        assertEquals(List.of("sounding", "finished"), heard.words);
        assertEquals(50, frames.getFirst().mediaIndex());
        for (Frame frame : frames) {
            assertEquals(
                    heard.atNanos - heard.position.toNanos(),
                    frame.atNanos() - frame.mediaIndex() * 20_000_000L);
        }
    }

    /** In the first folder opened in this process, which is not always this one. */
    @Test
    void codecsAreNotUnpackedWhereOtherUsersUnpackTheirs() {
        try (Audio _ = Audio.open(folder, 100_000_000, System::nanoTime)) {
            Path natives = Path.of(System.getProperty("lava.native.extractPath", ""));

            assertTrue(natives.isAbsolute());
            assertEquals(Path.of("natives"), natives.getFileName());
        }
    }

    private static void add(List<Frame> frames, @Nullable Frame frame) {
        if (frame != null) {
            frames.add(frame);
        }
    }

    /** 440 Hz, mono, 48 kHz. */
    private static byte[] tone() {
        int samples = SECONDS * 48_000;
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(48_000).putInt(96_000);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (8_000 * Math.sin(2 * Math.PI * 440 * i / 48_000)));
        }
        return wav.array();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Wav(byte[] bytes) implements MediaStream {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public String fileName() {
            return "tone.wav";
        }
    }

    private static final class Heard implements Playback {
        private final List<String> words = new CopyOnWriteArrayList<>();
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile Duration position = Duration.ZERO;
        private volatile long atNanos;

        @Override
        public void sounding(Duration position, long atNanos) {
            this.position = position;
            this.atNanos = atNanos;
            words.add("sounding");
        }

        @Override
        public void finished() {
            words.add("finished");
            over.countDown();
        }

        @Override
        public void failed(String reason) {
            words.add("failed " + reason);
            over.countDown();
        }
    }
}
