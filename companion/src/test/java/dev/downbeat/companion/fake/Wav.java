package dev.downbeat.companion.fake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A silent WAV with a title and an artist in it, as small as players accept. */
public final class Wav {
    private static final int RATE = 8_000;

    private Wav() {}

    public static Path write(Path file, String title, String artist, int seconds)
            throws IOException {
        byte[] info = info(title, artist);
        int samples = RATE * seconds;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBytes("RIFF");
            little(out, 4 + 24 + 8 + info.length + 8 + samples);
            out.writeBytes("WAVEfmt ");
            little(out, 16);
            out.write(new byte[] {1, 0, 1, 0});
            little(out, RATE);
            little(out, RATE);
            out.write(new byte[] {1, 0, 8, 0});
            out.writeBytes("LIST");
            little(out, info.length);
            out.write(info);
            out.writeBytes("data");
            little(out, samples);
            byte[] silence = new byte[samples];
            java.util.Arrays.fill(silence, (byte) 128);
            out.write(silence);
        }
        return Files.write(file, bytes.toByteArray());
    }

    private static byte[] info(String title, String artist) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBytes("INFO");
            chunk(out, "INAM", title);
            chunk(out, "IART", artist);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, String text) throws IOException {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        out.writeBytes(name);
        little(out, bytes.length);
        out.write(bytes);
        out.write(new byte[bytes.length % 2]);
    }

    private static void little(DataOutputStream out, int value) throws IOException {
        out.writeInt(Integer.reverseBytes(value));
    }
}
