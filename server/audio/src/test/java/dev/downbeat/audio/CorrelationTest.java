package dev.downbeat.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.testmedia.Wave;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class CorrelationTest {
    private static final float[] REFERENCE = Correlation.mono(Wave.noise(1, 48_000, 9000, 1));

    @Test
    void findsWhereAPieceComesFrom() {
        float[] piece = Arrays.copyOfRange(REFERENCE, 12_345, 14_345);

        Correlation.Match match = Correlation.find(piece, REFERENCE, 10_000, 15_000);

        assertEquals(12_345, match.position());
        assertTrue(match.isCertain());
        assertEquals(1, match.likeness(), 1e-6);
    }

    @Test
    void aForeignPieceIsNotCertain() {
        float[] foreign = Correlation.mono(Wave.noise(0.05, 48_000, 9000, 2));

        assertFalse(Correlation.find(foreign, REFERENCE, 0, 5000).isCertain());
    }

    @Test
    void loudnessDoesNotMatter() {
        float[] piece = Arrays.copyOfRange(REFERENCE, 500, 2500);
        for (int i = 0; i < piece.length; i++) {
            piece[i] *= 0.01f;
        }

        assertEquals(500, Correlation.find(piece, REFERENCE, 0, 1000).position());
    }
}
