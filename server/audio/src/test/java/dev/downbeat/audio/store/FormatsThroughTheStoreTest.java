package dev.downbeat.audio.store;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.downbeat.audio.Correlation;
import dev.downbeat.audio.testmedia.Ffmpeg;
import dev.downbeat.audio.testmedia.Media;
import dev.downbeat.audio.testmedia.Wave;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The table of performance facts 2.1 through the store: for each format, at the start, in the
 * middle, at the end and after a start in the middle, the frame with index n holds what ffmpeg's
 * PCM has at n * 20 ms.
 */
class FormatsThroughTheStoreTest {
    private static final int SECONDS = 20;
    private static final int SAMPLES = 960;
    private static final int PIECE = 4800;
    private static final int SEARCH = 1500;

    /** 1 ms; the bar is one frame, 20 ms. */
    private static final int TOLERANCE = 48;

    @TempDir static Path folder;
    private static FrameStore store;
    private static Path at44;
    private static Path at22;

    @BeforeAll
    static void makeTheTimecodeSet() throws IOException {
        assumeTrue(Ffmpeg.isThere(), "ffmpeg is not installed: no timecode set can be made");
        at44 = wave("at44.wav", 44_100);
        at22 = wave("at22.wav", 22_050);
        store = FrameStore.open(folder.resolve("store"), 1L << 30);
    }

    private static Path wave(String name, int rate) throws IOException {
        short[] noise = Wave.noise(SECONDS, rate, 12_000, rate);
        return Files.write(folder.resolve(name), Wave.file(noise, rate));
    }

    @AfterAll
    static void close() {
        if (store != null) {
            store.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "plain.wav, -c:a pcm_s16le",
        "deep.wav, -c:a pcm_s24le -ar 96000",
        "float.wav, -c:a pcm_f32le",
        "constant.mp3, -b:a 192k",
        "variable.mp3, -q:a 3",
        "no-xing.mp3, -q:a 3 -write_xing 0",
        "constant-no-xing.mp3, -b:a 128k -write_xing 0",
        "slow.mp3, -q:a 3 -ar 22050",
        "slow-no-xing.mp3, -b:a 64k -ar 22050 -write_xing 0",
        "mono.mp3, -q:a 3 -ac 1 -ar 32000",
        "tagged.mp3, -q:a 3 -id3v2_version 4 -metadata title=Песня",
        "plain.flac, -c:a flac",
        "deep.flac, -c:a flac -sample_fmt s32 -ar 96000",
        "head-last.m4a, -c:a aac -b:a 160k",
        "head-first.m4a, -c:a aac -b:a 160k -movflags +faststart",
        "mono.m4a, -c:a aac -b:a 96k -ac 1",
        "slow.m4a, -c:a aac -b:a 96k -ar 24000",
        "fragments.m4a, -c:a aac -b:a 160k -movflags frag_keyframe+empty_moov -frag_duration"
                + " 2000000",
        "dash.m4a, -c:a aac -b:a 160k -movflags dash+delay_moov -frag_duration 2000000",
        "raw.aac, -c:a aac -b:a 160k",
        "vorbis.ogg, -c:a libvorbis -q:a 5",
        "opus.ogg, -c:a libopus -b:a 128k",
        "mono.opus, -c:a libopus -b:a 96k -ac 1",
        "flac.ogg, -c:a flac",
        "opus.webm, -c:a libopus -b:a 128k",
        "vorbis.webm, -c:a libvorbis",
        "aac.mka, -c:a aac -b:a 160k"
    })
    void isWhereFfmpegHasIt(String name, String options) throws Exception {
        Path file = convert(name, options);
        float[] reference = Correlation.mono(Ffmpeg.pcm(file));

        List<byte[]> all = Made.frames(store, Media.of(file), 0);
        float[] made = Correlation.mono(Made.sound(all));

        int expected = (reference.length + SAMPLES - 1) / SAMPLES;
        assertTrue(Math.abs(all.size() - expected) <= 3, all.size() + " frames for " + expected);
        assertAll(
                Stream.of(0, SAMPLES * 10, made.length / 2, made.length - PIECE - SAMPLES * 2)
                        .map(position -> () -> assertIsAt(position, 0, made, reference)));
    }

    @ParameterizedTest
    @CsvSource({
        "middle.wav, -c:a pcm_s16le",
        "middle.mp3, -q:a 3",
        "middle.flac, -c:a flac",
        "middle.m4a, -c:a aac -b:a 160k",
        "middle-fragments.m4a, -c:a aac -movflags frag_keyframe+empty_moov -frag_duration 2000000",
        "middle.aac, -c:a aac -b:a 160k",
        "middle-vorbis.ogg, -c:a libvorbis",
        "middle-opus.ogg, -c:a libopus",
        "middle.webm, -c:a libopus"
    })
    void isThereAlsoWhenItBeginsInTheMiddle(String name, String options) throws Exception {
        Path file = convert(name, options);
        float[] reference = Correlation.mono(Ffmpeg.pcm(file));
        int first = 456;

        List<byte[]> frames = Made.frames(store, Media.of(file), first);
        float[] made = Correlation.mono(Made.sound(frames));

        assertAll(
                // A fresh decoder needs 80 to 160 ms, which a listener spends in its pre-roll.
                Stream.of(SAMPLES * 8, made.length / 2)
                        .map(position ->
                                () -> assertIsAt(position, first * SAMPLES, made, reference)));
    }

    @Test
    void givesEveryFrameOfAFragmentedFile() throws Exception {
        Path file =
                convert(
                        "every.m4a",
                        "-c:a aac -ar 48000 -movflags frag_keyframe+empty_moov -frag_duration"
                                + " 500000");

        List<byte[]> frames = Made.frames(store, Media.of(file), 0);

        int encoded = SECONDS * 48_000 + 1024;
        assertEquals((encoded + SAMPLES - 1) / SAMPLES, frames.size());
    }

    private static Path convert(String name, String options) throws IOException {
        Path file = folder.resolve(name);
        boolean isSlow = options.contains("-ar 22050");
        Ffmpeg.convert(isSlow ? at22 : at44, file, options.strip().split(" ", -1));
        return file;
    }

    private static void assertIsAt(int position, int shift, float[] made, float[] reference) {
        float[] piece = Arrays.copyOfRange(made, position, position + PIECE);
        int expected = position + shift;

        Correlation.Match match =
                Correlation.find(piece, reference, expected - SEARCH, expected + SEARCH);

        Supplier<String> found = () -> "at " + expected + " found " + match;
        assertTrue(match.isCertain(), found);
        assertTrue(Math.abs(match.position() - expected) <= TOLERANCE, found);
    }
}
