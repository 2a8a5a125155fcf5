package dev.downbeat.audio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.downbeat.audio.Probe;
import dev.downbeat.audio.Refusal;
import dev.downbeat.audio.testmedia.Ffmpeg;
import dev.downbeat.audio.testmedia.Hostile;
import dev.downbeat.audio.testmedia.Media;
import dev.downbeat.audio.testmedia.Wave;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** What is no sound, or is made to do harm, is refused with a reason, and the next file plays. */
class HostileFilesTest {
    @TempDir static Path folder;
    private static FrameStore store;

    @BeforeAll
    static void open() {
        store = FrameStore.open(folder.resolve("store"), 1L << 30);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    static Stream<Arguments> hostile() {
        String unknown = "no_music_file";
        return Stream.of(
                Arguments.of("huge-table.m4a", Hostile.hugeTimeTable(), "damaged_as MP4"),
                Arguments.of("deep.m4a", Hostile.deepMp4(1_000), "damaged_as MP4"),
                Arguments.of("deeper.m4a", Hostile.deepMp4(9_000), "damaged_as MP4"),
                Arguments.of("crumbs.m4a", Hostile.crumbledMp4(200_000), "damaged_as MP4"),
                Arguments.of("huge-title.mp3", Hostile.hugeTitle(), unknown),
                Arguments.of("promise.wav", Hostile.emptyPromise(), "no_sound_came"),
                Arguments.of("bare.flac", Hostile.bareFlacHead(), ""),
                Arguments.of("empty.mp3", new byte[0], "file_empty"),
                Arguments.of("one.mp3", new byte[] {1}, unknown),
                Arguments.of("garbage.mp3", Hostile.random(1 << 20, 1), unknown),
                Arguments.of("zeros.flac", new byte[5_000_000], unknown),
                Arguments.of(
                        "text.mp3",
                        "hello, world\n".repeat(9000).getBytes(StandardCharsets.UTF_8),
                        unknown),
                Arguments.of("riff.wav", Hostile.startingWith("RIFF1234WAVEfmt ", 99_999), ""),
                Arguments.of("flac.flac", Hostile.startingWith("fLaC", 99_999), ""),
                Arguments.of("ogg.ogg", Hostile.startingWith("OggS", 99_999), ""),
                Arguments.of("webm.webm", Hostile.startingWith("\u001AE\u00DF\u00A3", 99_999), ""),
                Arguments.of("mp4.m4a", Hostile.startingWith("\0\0\0\u0018ftypM4A ", 99_999), ""),
                Arguments.of(
                        "cut.wav",
                        Hostile.cut(Wave.file(Wave.noise(5, Wave.RATE, 9000, 1), Wave.RATE), 0.7),
                        "length_wrong 5.0 3.5"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedWithAReasonAndTheNextFilePlays(String name, byte[] bytes, String reason)
            throws InterruptedException {
        String refused = Made.refusal(store, Media.of(name, bytes));

        assertTrue(refused.contains(reason), refused);
        assertTrue(
                Arrays.stream(Refusal.values())
                        .anyMatch(it -> refused.split(" ", -1)[0].equals(it.code())),
                refused);
        byte[] good = Wave.file(Wave.noise(1, Wave.RATE, 9000, name.hashCode()), Wave.RATE);
        assertEquals(50, Made.frames(store, Media.of("after-" + name, good), 0).size());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isProbedWithoutHarm(String name, byte[] bytes, String reason) {
        Probe probe = store.probe(Media.of(name, bytes));

        if (probe instanceof Probe.Refused(String refused)) {
            assertFalse(refused.isBlank());
        }
        byte[] good = Wave.file(Wave.noise(1, Wave.RATE, 9000, 1), Wave.RATE);
        assertInstanceOf(Probe.Read.class, store.probe(Media.of("good.wav", good)), reason);
    }

    @ParameterizedTest
    @CsvSource({
        "cut.mp3, -q:a 3, length_wrong",
        "cut.flac, -c:a flac, length_wrong",
        "cut-head-first.m4a, -c:a aac -movflags +faststart, cut_off",
        "cut-head-last.m4a, -c:a aac, unfinished",
        "cut-fragments.m4a, -c:a aac -movflags frag_keyframe+empty_moov -frag_duration 1000000,"
                + " cut_off",
        "cut.aac, -c:a aac, cut_off",
        "cut.ogg, -c:a libvorbis, cut_off",
        "cut.opus, -c:a libopus, cut_off",
        "cut.webm, -c:a libopus, length_wrong"
    })
    void aCutOffFileIsRefusedWithAReason(String name, String options, String reason)
            throws Exception {
        assumeTrue(Ffmpeg.isThere(), "ffmpeg is not installed: no such file can be made");
        Path wave =
                Files.write(
                        folder.resolve("whole.wav"),
                        Wave.file(Wave.noise(12, 44_100, 9000, 1), 44_100));
        Path whole = folder.resolve("whole-" + name);
        Ffmpeg.convert(wave, whole, options.split(" ", -1));

        String refused =
                Made.refusal(store, Media.of(name, Hostile.cut(Files.readAllBytes(whole), 0.6)));

        assertTrue(refused.contains(reason), refused);
    }

    @Test
    void aWrongExtensionDoesNotMatter() throws InterruptedException {
        byte[] wave = Wave.file(Wave.noise(1, Wave.RATE, 9000, 1), Wave.RATE);

        assertEquals(50, Made.frames(store, Media.of("really-a-wave.mp3", wave), 0).size());
    }
}
