package dev.downbeat.audio.child.level;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.testmedia.Wave;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class ResamplerTest {
    private static final double HERTZ = 997;
    private static final double AMPLITUDE = 0.5;

    private static Pcm sine(int rate) {
        Pcm pcm = new Pcm(rate, Path.of("none"), rate * 10L, rate * 10L);
        short[] sine = Wave.sine(2, rate, HERTZ, AMPLITUDE);
        pcm.append(sine, sine.length / 2);
        return pcm;
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 22_050, 32_000, 96_000, 8000, 11_025})
    void outputSampleNIsTheSoundAtNOver48000(int rate) {
        Resampler resampler = new Resampler(sine(rate));
        int count = 2000;
        float[] left = new float[count];
        float[] right = new float[count];

        resampler.read(30_000, count, left, right);

        double error = 0;
        for (int i = 0; i < count; i++) {
            double expected =
                    Math.sin(2 * Math.PI * HERTZ * (30_000 + i) / 48_000) * AMPLITUDE * 32_767;
            error = Math.max(error, Math.abs(expected - left[i]));
            assertEquals(left[i], right[i]);
        }
        assertTrue(error < 16_384 * 0.003, "off by " + error);
    }

    @Test
    void anyPieceIsTheSameAsThatPartOfTheWhole() {
        Pcm pcm = sine(44_100);
        float[] whole = new float[9600];
        float[] part = new float[960];
        float[] other = new float[9600];

        new Resampler(pcm).read(0, 9600, whole, other);
        new Resampler(pcm).read(4321, 960, part, other);

        for (int i = 0; i < part.length; i++) {
            assertEquals(whole[4321 + i], part[i]);
        }
    }

    @Test
    void beforeAndAfterTheSoundIsSilence() {
        float[] left = new float[960];
        float[] right = new float[960];

        new Resampler(sine(44_100)).read(-2000, 960, left, right);

        for (float sample : left) {
            assertEquals(0, sample);
        }
    }
}
