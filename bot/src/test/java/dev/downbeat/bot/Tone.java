package dev.downbeat.bot;

import com.sedmelluq.discord.lavaplayer.natives.opus.OpusDecoder;

import dev.downbeat.localdiscord.voice.CapturedFrame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A steady tone as a WAV file, and whether packets sound like it. */
public final class Tone {
    private static final int RATE = 48_000;
    private static final int SAMPLES = 960;

    private Tone() {}

    public static Path write(Path file, double hertz, int seconds) {
        int bytes = RATE * seconds * 4;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(RATE * 4);
        wav.putShort((short) 4).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (int i = 0; i < RATE * seconds; i++) {
            short sample = (short) (9_000 * Math.sin(2 * Math.PI * hertz * i / RATE));
            wav.putShort(sample).putShort(sample);
        }
        try {
            return Files.write(file, wav.array());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The same, but only the first half of the file is there. */
    public static Path cutOff(Path file, double hertz, int seconds) {
        try {
            byte[] whole = Files.readAllBytes(write(file, hertz, seconds));
            return Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The share of the sound's energy at that pitch: near 1 for the tone itself. */
    public static double share(List<CapturedFrame> frames, double hertz) {
        double energy = 0;
        double real = 0;
        double imaginary = 0;
        long n = 0;
        OpusDecoder decoder = new OpusDecoder(RATE, 2);
        try {
            for (CapturedFrame frame : frames) {
                ByteBuffer packet = ByteBuffer.allocateDirect(frame.payload().length);
                packet.put(frame.payload()).flip();
                ShortBuffer pcm =
                        ByteBuffer.allocateDirect(SAMPLES * 4)
                                .order(ByteOrder.nativeOrder())
                                .asShortBuffer();
                decoder.decode(packet, pcm);
                for (int i = 0; i < SAMPLES; i++, n++) {
                    double sample = pcm.get(2 * i);
                    energy += sample * sample;
                    real += sample * Math.cos(2 * Math.PI * hertz * n / RATE);
                    imaginary += sample * Math.sin(2 * Math.PI * hertz * n / RATE);
                }
            }
        } finally {
            decoder.close();
        }
        return n == 0 || energy == 0 ? 0 : 2 * (real * real + imaginary * imaginary) / (n * energy);
    }
}
