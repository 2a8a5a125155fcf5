package dev.downbeat.audio.testmedia;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Sounds made here, and WAV files of them: what runs where no other program is installed. */
public final class Wave {
    public static final int RATE = 48_000;
    private static final int HEAD = 44;

    private Wave() {}

    /**
     * Noise in which each instant is unique, without the highest frequencies that codecs drop.
     *
     * @param peak of the samples, about
     */
    public static short[] noise(double seconds, int rate, int peak, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        short[] stereo = new short[2 * (int) (seconds * rate)];
        double left = 0;
        double right = 0;
        for (int i = 0; i < stereo.length / 2; i++) {
            left += 0.5 * (random.nextDouble(-1, 1) - left);
            right += 0.5 * (random.nextDouble(-1, 1) - right);
            stereo[2 * i] = (short) (left * peak);
            stereo[2 * i + 1] = (short) ((left + right) / 2 * peak);
        }
        return stereo;
    }

    public static short[] sine(double seconds, int rate, double hertz, double amplitude) {
        short[] stereo = new short[2 * (int) (seconds * rate)];
        for (int i = 0; i < stereo.length / 2; i++) {
            double value = Math.sin(2 * Math.PI * hertz * i / rate) * amplitude * 32767;
            stereo[2 * i] = (short) Math.round(value);
            stereo[2 * i + 1] = stereo[2 * i];
        }
        return stereo;
    }

    /** A WAV file of 16 bit stereo. */
    public static byte[] file(short[] stereo, int rate) {
        ByteBuffer file =
                ByteBuffer.allocate(HEAD + stereo.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEAD - 8 + stereo.length * 2);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 2).putInt(rate).putInt(rate * 4);
        file.putShort((short) 4).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(stereo.length * 2);
        file.asShortBuffer().put(stereo);
        return file.array();
    }
}
