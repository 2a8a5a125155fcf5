package dev.downbeat.audio.child.level;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.audio.testmedia.Wave;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

/** Signals and values of EBU Tech 3341 and ITU-R BS.1770. */
class LoudnessTest {
    private static double integrated(short[] stereo, int rate) {
        Loudness loudness = new Loudness(rate);
        loudness.add(stereo, stereo.length / 2);
        loudness.end();
        return loudness.integrated();
    }

    @ParameterizedTest
    @ValueSource(ints = {48_000, 44_100, 22_050, 96_000, 11_025})
    void aSineAtMinus23IsMinus23AtEveryRate(int rate) {
        double amplitude = Math.pow(10, -23 / 20.0);

        assertEquals(-23, integrated(Wave.sine(20, rate, 1000, amplitude), rate), 0.1);
    }

    @Test
    void aQuietBeginningAndEndDoNotCount() {
        short[] quiet = Wave.sine(10, 48_000, 1000, Math.pow(10, -36 / 20.0));
        short[] loud = Wave.sine(60, 48_000, 1000, Math.pow(10, -23 / 20.0));
        short[] all = Arrays.copyOf(quiet, quiet.length * 2 + loud.length);
        System.arraycopy(loud, 0, all, quiet.length, loud.length);
        System.arraycopy(quiet, 0, all, quiet.length + loud.length, quiet.length);

        assertEquals(-23, integrated(all, 48_000), 0.1);
    }

    @Test
    void silenceHasNoLoudness() {
        assertEquals(Loudness.SILENCE_LUFS, integrated(new short[96_000 * 2], 48_000));
        assertEquals(Loudness.SILENCE_LUFS, integrated(new short[0], 48_000));
    }

    @Test
    void asMuchAsThereIsOfAVeryShortSoundCounts() {
        double amplitude = Math.pow(10, -20 / 20.0);

        assertEquals(-20, integrated(Wave.sine(0.1, 48_000, 1000, amplitude), 48_000), 1);
    }

    @Test
    void thePeakIsTheHighestSampleOfEitherSign() {
        Loudness loudness = new Loudness(48_000);

        loudness.add(new short[] {0, 100, -16_384, 0}, 2);

        assertEquals(0.5, loudness.peak());
    }
}
