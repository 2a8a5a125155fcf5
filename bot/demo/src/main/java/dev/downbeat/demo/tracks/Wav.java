package dev.downbeat.demo.tracks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes 16-bit mono WAV at {@link Tune#SAMPLE_RATE}. */
public final class Wav {
    private static final int HEADER_BYTES = 44;

    private Wav() {}

    public static void write(Path file, short[] samples) throws IOException {
        int data = samples.length * 2;
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + data).order(ByteOrder.LITTLE_ENDIAN);
        text(out, "RIFF").putInt(HEADER_BYTES - 8 + data);
        text(out, "WAVE");
        text(out, "fmt ").putInt(16).putShort((short) 1).putShort((short) 1);
        out.putInt(Tune.SAMPLE_RATE).putInt(Tune.SAMPLE_RATE * 2);
        out.putShort((short) 2).putShort((short) 16);
        text(out, "data").putInt(data);
        out.asShortBuffer().put(samples);
        Files.write(file, out.array());
    }

    private static ByteBuffer text(ByteBuffer out, String four) {
        return out.put(four.getBytes(StandardCharsets.US_ASCII));
    }
}
