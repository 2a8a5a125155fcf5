package dev.downbeat.audio.testmedia;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The reference: what ffmpeg writes and reads. */
public final class Ffmpeg {
    private Ffmpeg() {}

    public static boolean isThere() {
        try {
            run(List.of("-version"));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Makes {@code to} of {@code from} with these options. */
    public static void convert(Path from, Path to, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-i"));
        arguments.add(from.toString());
        arguments.addAll(List.of(options));
        arguments.add(to.toString());
        run(arguments);
    }

    /** The file's sound, 48 kHz, interleaved stereo. */
    public static short[] pcm(Path file) throws IOException {
        byte[] bytes =
                run(
                        List.of(
                                "-v",
                                "error",
                                "-i",
                                file.toString(),
                                "-ar",
                                "48000",
                                "-ac",
                                "2",
                                "-f",
                                "s16le",
                                "-"));
        short[] stereo = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(stereo);
        return stereo;
    }

    private static byte[] run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin"));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] output = process.getInputStream().readAllBytes();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("ffmpeg failed: " + String.join(" ", arguments));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return output;
    }
}
