package dev.downbeat.audio.child.level;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class PcmTest {
    private static final int RATE = 48_000;
    private static final short LEFT = 1234;

    @TempDir private Path folder = Path.of("set by JUnit");

    private static short[] second() {
        short[] stereo = new short[RATE * 2];
        for (int frame = 0; frame < RATE; frame++) {
            stereo[frame * 2] = LEFT;
        }
        return stereo;
    }

    @Test
    void whatDoesNotFitIntoMemoryIsReadBackFromTheSpoolFile() throws IOException {
        try (Pcm pcm = new Pcm(RATE, folder.resolve("pcm"), 0, RATE * 10L)) {
            for (int i = 0; i < 3; i++) {
                pcm.append(second(), RATE);
            }
            float[] left = new float[1];
            float[] right = new float[1];

            pcm.read(RATE * 3L - 1, 1, left, right);

            assertEquals(LEFT, left[0]);
            assertEquals(0, right[0]);
        }
    }

    @Test
    void aSpoolFileThatCannotBeWrittenIsSaidToBeWithoutRoom() throws IOException {
        try (Pcm pcm = new Pcm(RATE, folder.resolve("gone/pcm"), 0, RATE * 10L)) {
            assertThrows(Pcm.NoRoom.class, () -> pcm.append(second(), RATE));
        }
    }
}
