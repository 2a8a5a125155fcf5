package dev.downbeat.audio.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Errors are against what the canonical packets decode to, in dB; the worst frame counts. */
class SpliceTest {
    private static final int FROM = 100;
    private static final int LENGTH = 200;

    private static short[] original(short[] sound) {
        return OpusPcm.decode(Sound.packets(sound));
    }

    /** What a listener hears when {@code step} frames are left out at {@link #FROM}. */
    private static short[] spliced(short[] sound, int step) {
        List<byte[]> canonical = Sound.packets(sound);
        MemoryFrames frames = new MemoryFrames(canonical).grow(LENGTH).complete();
        int into = FROM + step;

        List<byte[]> joint = Splice.join(Splice.before(frames, FROM), Splice.after(frames, into));

        assertEquals(Splice.FRAMES, joint.size());
        List<byte[]> sent = new ArrayList<>(canonical.subList(0, FROM));
        sent.addAll(joint);
        sent.addAll(canonical.subList(into + Splice.FRAMES, LENGTH));
        return OpusPcm.decode(sent);
    }

    private static void staysWithin(short[] sound, int step, double inside, double after) {
        short[] original = original(sound);
        short[] heard = spliced(sound, step);

        int afterFade = FROM + 1;
        int rejoined = FROM + Splice.FRAMES;
        double insideError =
                Sound.worstDecibel(heard, afterFade, original, afterFade + step, Splice.FRAMES - 1);
        double afterError = Sound.worstDecibel(heard, rejoined, original, rejoined + step, 20);
        assertTrue(insideError <= inside, "inside " + insideError);
        assertTrue(afterError <= after, "after " + afterError);
    }

    @Test
    void oneFrameOutOfTones() {
        staysWithin(Sound.tones(LENGTH + 1), 1, -25, -25);
    }

    @Test
    void oneFrameIntoTones() {
        staysWithin(Sound.tones(LENGTH + 1), -1, -25, -25);
    }

    @Test
    void tenFramesOutOfChords() {
        staysWithin(Sound.chords(LENGTH + 1), 10, -22, -35);
    }

    @Test
    void tenFramesIntoChords() {
        staysWithin(Sound.chords(LENGTH + 1), -10, -22, -35);
    }

    @Test
    void inNoiseItAddsNoMoreThanTheCodecDoes() {
        short[] noise = Sound.noise(LENGTH + 1);
        double codec = Sound.errorDecibel(original(noise), 20, noise, 20, 100);

        staysWithin(noise, -3, codec, codec);
    }

    @Test
    void theFadeNeitherDipsNorClicks() {
        short[] heard = spliced(Sound.tones(LENGTH + 1), 1);
        double before = power(heard, FROM - 1);
        double fade = power(heard, FROM);

        assertEquals(1, fade / before, 0.3);
    }

    private static double power(short[] pcm, int frame) {
        double sum = 0;
        for (int i = 0; i < OpusPcm.FRAME_SHORTS; i++) {
            double value = pcm[frame * OpusPcm.FRAME_SHORTS + i];
            sum += value * value;
        }
        return sum;
    }

    @Test
    void atTheBeginningThereIsNoPreRollAndNoError() {
        short[] sound = Sound.chords(LENGTH + 1);
        MemoryFrames frames = new MemoryFrames(Sound.packets(sound)).grow(LENGTH).complete();

        List<byte[]> joint = Splice.join(Splice.before(frames, 0), Splice.after(frames, 2));

        assertEquals(Splice.FRAMES, joint.size());
        double error = Sound.worstDecibel(OpusPcm.decode(joint), 1, original(sound), 3, 18);
        assertTrue(error <= -22, "error " + error);
    }
}
