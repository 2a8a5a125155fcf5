package dev.downbeat.demo.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.OpusPackets;
import dev.downbeat.demo.tracks.DemoTrack;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The demo's tunes share their chords: what is like one of them need not be of it. */
final class SoundTest {
    private static final int RATE = 48_000;
    private static final double BEFORE_LAST =
            (Sound.SECOND - 1) * (double) OpusPackets.SAMPLES / RATE;

    private final Random chance = new Random(3);
    private final List<DemoTrack> tracks = DemoTrack.all();
    private final short[] first = tracks.getFirst().samples();
    private final Reference track = Reference.of(first);

    private static Sound second(short[] samples, double from, double loud) {
        float[] mono = new float[Sound.SECOND * OpusPackets.SAMPLES];
        int start = (int) (from * RATE);
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (float) (samples[start + i] * loud);
        }
        return new Sound(mono, 1);
    }

    private Optional<Ear.Heard> heard(Sound sound, double expected) {
        return Ear.certain(sound, track, expected, 1.0);
    }

    @Test
    void thePlayersOwnSoundIsPlacedToTheSample() {
        for (int n = 0; n < 8; n++) {
            double from = 1 + chance.nextDouble() * 60;
            double last = from + BEFORE_LAST;
            Optional<Ear.Heard> heard = heard(second(first, from, 0.4), last + 0.3);

            assertTrue(heard.isPresent(), () -> "not recognised at " + from);
            assertEquals(last, heard.get().seconds(), 1.0 / RATE);
        }
    }

    @Test
    void anotherTracksSoundHasNoPlaceInThisOne() {
        short[] other = tracks.get(1).samples();
        for (int n = 0; n < 10; n++) {
            double from = chance.nextDouble() * 60;

            assertEquals(
                    Optional.empty(),
                    heard(second(other, from, 1), 1 + from),
                    () -> "taken for the player's at " + from);
        }
    }

    @Test
    void anotherPlaceOfTheTrackIsNotNearThePlayer() {
        for (int n = 0; n < 10; n++) {
            double from = chance.nextDouble() * 40;

            // Eight seconds on the chords are the same again.
            assertEquals(Optional.empty(), heard(second(first, from, 1), from + BEFORE_LAST + 8));
        }
    }

    @Test
    void aSecondThatIsPartlyOfTheFormerTrackIsDoubtful() {
        short[] other = tracks.get(1).samples();
        Sound both = second(first, 0, 1);
        Sound former = second(other, 30, 1);
        System.arraycopy(former.mono(), 0, both.mono(), 0, RATE / 2);

        assertEquals(Optional.empty(), heard(both, BEFORE_LAST));
    }

    @Test
    void nothingIsHeardFromBeforeTheTracksStart() {
        Sound early = second(first, 0, 1);
        float[] shifted = new float[early.mono().length];
        System.arraycopy(early.mono(), 0, shifted, RATE / 5, shifted.length - RATE / 5);
        Sound begins = new Sound(shifted, 1);

        assertEquals(Optional.empty(), heard(begins, 0.78));
        assertEquals(Optional.empty(), heard(new Sound(Arrays.copyOf(shifted, 960 * 50), 1), 0));
    }
}
