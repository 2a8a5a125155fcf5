package dev.downbeat.audio.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class CrossFadeTest {
    private static final int LENGTH = OpusPcm.FRAME_SHORTS;

    private static short[] noise(int seed, double level) {
        Random random = new Random(seed);
        short[] pcm = new short[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            pcm[i] = (short) Math.clamp(random.nextGaussian() * level, -32_768, 32_767);
        }
        return pcm;
    }

    private static double power(short[] pcm, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) pcm[i] * pcm[i];
        }
        return sum / (to - from);
    }

    @Test
    void theSameSoundStaysAsItIs() {
        short[] sound = noise(1, 5_000);
        short[] faded = sound.clone();

        CrossFade.into(faded, 0, sound, 0, LENGTH);

        assertArrayEquals(sound, faded);
    }

    @Test
    void strangeSoundsKeepTheirPowerInTheMiddle() {
        short[] faded = noise(1, 5_000);

        CrossFade.into(faded, 0, noise(2, 5_000), 0, LENGTH);

        double middle = power(faded, LENGTH / 3, LENGTH * 2 / 3);
        assertEquals(1, middle / (5_000.0 * 5_000), 0.25);
    }

    @Test
    void itBeginsWithTheOneAndEndsWithTheOther() {
        short[] from = new short[LENGTH];
        short[] into = new short[LENGTH];
        Arrays.fill(from, (short) 10_000);
        Arrays.fill(into, (short) -4_000);

        CrossFade.into(from, 0, into, 0, LENGTH);

        assertTrue(from[0] > 9_900, "begins at " + from[0]);
        assertTrue(from[LENGTH - 1] < -3_900, "ends at " + from[LENGTH - 1]);
    }

    @Test
    void loudSoundsDoNotWrapAround() {
        short[] loud = new short[LENGTH];
        Arrays.fill(loud, Short.MAX_VALUE);
        short[] half = loud.clone();
        for (int i = 0; i < LENGTH; i += 3) {
            half[i] = 0;
        }

        CrossFade.into(half, 0, loud, 0, LENGTH);

        for (short value : half) {
            assertTrue(value >= 0, "wrapped to " + value);
        }
    }
}
