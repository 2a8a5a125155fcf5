package dev.downbeat.audio.store;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.downbeat.audio.testmedia.Ffmpeg;
import dev.downbeat.audio.testmedia.Media;
import dev.downbeat.audio.testmedia.Wave;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;

/** Of a 5.1 WAV file every channel but the low effects is heard, whichever one the sound is in. */
class MultichannelTest {
    @TempDir static Path folder;
    private static FrameStore store;
    private static Path noise;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Ffmpeg.isThere(), "ffmpeg is not installed: no 5.1 file can be made");
        noise = folder.resolve("noise.wav");
        Files.write(noise, Wave.file(Wave.noise(3, 48_000, 12_000, 48_000), 48_000));
        store = FrameStore.open(folder.resolve("store"), 1L << 30);
    }

    @AfterAll
    static void close() {
        if (store != null) {
            store.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FL", "FR", "FC", "BL", "BR"})
    void isHeard(String channel) throws Exception {
        Path file = folder.resolve(channel + ".wav");
        String mix = "pan=5.1";
        for (String each : new String[] {"FL", "FR", "FC", "LFE", "BL", "BR"}) {
            mix += "|" + each + (each.equals(channel) ? "=c0" : "=0*c0");
        }
        Ffmpeg.convert(noise, file, "-af", mix);

        short[] heard = Made.sound(Made.frames(store, Media.of(file), 0));

        double energy = 0;
        for (short sample : heard) {
            energy += (double) sample * sample;
        }
        double level = Math.sqrt(energy / heard.length);
        assertTrue(level > 300, "level " + level);
    }
}
