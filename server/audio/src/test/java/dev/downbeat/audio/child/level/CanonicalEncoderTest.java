package dev.downbeat.audio.child.level;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.Correlation;
import dev.downbeat.audio.OpusPackets;
import dev.downbeat.audio.testmedia.Wave;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class CanonicalEncoderTest {
    private static final int RATE = 48_000;
    private static final short[] NOISE = Wave.noise(4, RATE, 12_000, 11);

    private static Pcm pcm(short[] stereo) {
        Pcm pcm = new Pcm(RATE, Path.of("none"), RATE * 10L, RATE * 10L);
        pcm.append(stereo, stereo.length / 2);
        pcm.end();
        return pcm;
    }

    private static short[] encoded(short[] stereo, Gain gain, long first, int count) {
        List<byte[]> packets = new ArrayList<>();
        try (CanonicalEncoder encoder = new CanonicalEncoder(pcm(stereo), gain, first)) {
            for (int i = 0; i < count; i++) {
                assertEquals(first + i, encoder.index());
                packets.add(encoder.next());
            }
        }
        return OpusPackets.decodeAll(packets);
    }

    @Test
    void packetNHoldsTheSoundFromNTimes20MillisecondsOn() {
        float[] source = Correlation.mono(NOISE);

        float[] made = Correlation.mono(encoded(NOISE, Gain.of(0), 50, 60));

        float[] piece = Arrays.copyOfRange(made, 960 * 20, 960 * 30);
        int expected = (50 + 20) * 960;
        Correlation.Match match = Correlation.find(piece, source, expected - 2000, expected + 2000);
        assertEquals(expected, match.position());
        assertTrue(match.likeness() > 0.8, match::toString);
    }

    @Test
    void aLoudPeakIsHeldBelowTheCeilingAndTheRestIsLeftAlone() {
        short[] quiet = Wave.sine(2, RATE, 440, 0.05);
        Arrays.fill(quiet, 96_000, 96_200, (short) 30_000);
        Pcm pcm = pcm(quiet);
        Leveler leveler = new Leveler(new Resampler(pcm), Gain.of(12), 0);
        short[] block = new short[Leveler.BLOCK * 2];
        double ceiling = 32_768 * Math.pow(10, Gain.CEILING_DBFS / 20);
        int peakBefore = 0;

        for (int i = 0; i < 100; i++) {
            leveler.next(block, 0);
            for (short sample : block) {
                assertTrue(Math.abs(sample) <= ceiling + 1);
                peakBefore = i < 48 ? Math.max(peakBefore, sample) : peakBefore;
            }
        }
        assertEquals(0.05 * 32_767 * Math.pow(10, 12 / 20.0), peakBefore, 10);
    }

    @Test
    void theLastPacketIsThere() {
        assertEquals(200, CanonicalEncoder.packets(4 * RATE, RATE));
        assertEquals(201, CanonicalEncoder.packets(4 * RATE + 1, RATE));
        assertEquals(50, CanonicalEncoder.packets(44_100, 44_100));
    }
}
