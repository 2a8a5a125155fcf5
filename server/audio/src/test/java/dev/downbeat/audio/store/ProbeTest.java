package dev.downbeat.audio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.downbeat.audio.MediaInfo;
import dev.downbeat.audio.Probe;
import dev.downbeat.audio.testmedia.Ffmpeg;
import dev.downbeat.audio.testmedia.Media;
import dev.downbeat.audio.testmedia.Wave;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;

/** Tags and durations of every format. */
class ProbeTest {
    private static final int SECONDS = 8;

    @TempDir static Path folder;
    private static FrameStore store;
    private static Path wave;

    @BeforeAll
    static void open() throws Exception {
        store = FrameStore.open(folder.resolve("store"), 1L << 30);
        byte[] bytes = Wave.file(Wave.noise(SECONDS, 44_100, 9000, 1), 44_100);
        wave = Files.write(folder.resolve("wave.wav"), bytes);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "t.mp3, -q:a 3, mp3, 0",
        "t23.mp3, -q:a 3 -id3v2_version 3, mp3, 0",
        "t-no-xing.mp3, -q:a 3 -write_xing 0, mp3, 50",
        "t-slow.mp3, -b:a 64k -ar 22050 -write_xing 0, mp3, 100",
        "t.flac, -c:a flac, flac, 0",
        "t.wav, -c:a pcm_s16le, wav, 0",
        "t.m4a, -c:a aac, m4a, 0",
        "t.ogg, -c:a libvorbis, ogg/vorbis, 0",
        "t.opus, -c:a libopus, ogg/opus, 0"
    })
    void readsTitleArtistAlbumAndDuration(
            String name, String options, String container, int tolerance) throws Exception {
        MediaInfo info = probe(name, options);

        assertEquals(container, info.container());
        assertEquals("Город — Night", info.title());
        assertEquals("Группа", info.artist());
        assertEquals("Альбом", info.album());
        assertEquals(SECONDS, seconds(info), tolerance / 1000.0 + 0.001);
    }

    @ParameterizedTest
    @CsvSource({"t.webm, -c:a libopus, 20", "t.aac, -c:a aac, 50"})
    void readsAtLeastTheDuration(String name, String options, int tolerance) throws Exception {
        MediaInfo info = probe(name, options);

        assertEquals(SECONDS, seconds(info), tolerance / 1000.0);
    }

    private static double seconds(MediaInfo info) {
        return info.duration().toNanos() / 1e9;
    }

    private static MediaInfo probe(String name, String options) throws Exception {
        assumeTrue(Ffmpeg.isThere(), "ffmpeg is not installed: no such file can be made");
        Path file = folder.resolve(name);
        String[] all =
                (options
                                + "|-metadata|title=Город —"
                                + " Night|-metadata|artist=Группа|-metadata|album=Альбом")
                        .replace(" -", "|-")
                        .split("\\|", -1);
        Ffmpeg.convert(
                wave,
                file,
                java.util.Arrays.stream(all)
                        .flatMap(part ->
                                part.startsWith("-")
                                        ? java.util.Arrays.stream(part.split(" ", 2))
                                        : java.util.stream.Stream.of(part))
                        .toArray(String[]::new));
        Probe probe = store.probe(Media.of(file));
        return assertInstanceOf(Probe.Read.class, probe, probe.toString()).info();
    }

    @Test
    void aWaveMadeHereIsReadWithoutAnyOtherProgram() {
        Probe probe = store.probe(Media.of(wave));

        MediaInfo info = assertInstanceOf(Probe.Read.class, probe).info();
        assertEquals(SECONDS, seconds(info), 0.001);
        assertEquals("", info.title());
    }
}
