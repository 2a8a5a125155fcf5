package dev.downbeat.audio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.Frames;
import dev.downbeat.audio.child.level.Gain;
import dev.downbeat.audio.child.level.Loudness;
import dev.downbeat.audio.testmedia.Media;
import dev.downbeat.audio.testmedia.Wave;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Quiet and loud files come out alike. */
class LoudnessThroughTheStoreTest {
    @TempDir Path folder;

    @Test
    void quietAndLoudFilesAreAtMostTwoUnitsApart() throws Exception {
        List<Double> loudnesses = new ArrayList<>();
        try (FrameStore store = FrameStore.open(folder, 1L << 30)) {
            for (int peak : new int[] {1500, 5000, 12_000, 32_000}) {
                short[] noise = Wave.noise(6, Wave.RATE, peak, peak);
                loudnesses.add(loudness(store, "noise-" + peak + ".wav", noise));
            }
            short[] tone = Wave.sine(6, Wave.RATE, 440, 0.02);
            loudnesses.add(loudness(store, "quiet-tone.wav", tone));
        }

        double spread = Collections.max(loudnesses) - Collections.min(loudnesses);
        assertTrue(spread <= 2, "spread of " + spread + " LU in " + loudnesses);
        assertEquals(Gain.TARGET_LUFS, Collections.max(loudnesses), 1);
    }

    @Test
    void aFileWithOneLoudPeakIsNotClipped() throws Exception {
        short[] noise = Wave.noise(6, Wave.RATE, 800, 3);
        Arrays.fill(noise, 480_00, 480_40, (short) 20_000);
        try (FrameStore store = FrameStore.open(folder, 1L << 30)) {
            short[] out =
                    Made.sound(
                            Made.frames(
                                    store, Media.of("peak.wav", Wave.file(noise, Wave.RATE)), 0));

            int peak = 0;
            for (short sample : out) {
                peak = Math.max(peak, Math.abs(sample));
            }
            assertTrue(peak < 32_767, "a peak of " + peak);
        }
    }

    @Test
    void everyFrameHasItsLoudness() throws Exception {
        short[] half = Wave.noise(3, Wave.RATE, 12_000, 4);
        short[] file = Arrays.copyOf(half, half.length * 2);
        try (FrameStore store = FrameStore.open(folder, 1L << 30);
                Frames frames =
                        store.open(
                                Made.medium(Media.of("half.wav", Wave.file(file, Wave.RATE))), 0)) {
            Made.whole(frames, 0);

            int targetByte = (int) ((Gain.TARGET_LUFS + 70) * 3);
            assertEquals(targetByte, frames.loudnessAt(60), 9);
            assertEquals(0, frames.loudnessAt(250));
        }
    }

    private static double loudness(FrameStore store, String name, short[] stereo)
            throws InterruptedException {
        Media media = Media.of(name, Wave.file(stereo, Wave.RATE));
        short[] out = Made.sound(Made.frames(store, media, 0));
        Loudness loudness = new Loudness(48_000);
        loudness.add(out, out.length / 2);
        loudness.end();
        return loudness.integrated();
    }
}
