package dev.downbeat.audio.child.inside;

import dev.downbeat.audio.child.format.Formats;
import dev.downbeat.audio.child.format.Sound;
import dev.downbeat.audio.child.level.Loudness;
import dev.downbeat.audio.child.level.Pcm;
import dev.downbeat.audio.child.wire.Pipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Decodes a second of made sound over and over while a new child waits for its first order: the
 * first real file is then decoded by compiled code, three times as fast. An order ends it.
 */
final class Rehearsal implements Runnable {
    private static final int ROUNDS = 60;
    private static final List<String> PIECES = List.of("rehearsal.flac", "rehearsal.mp3");

    private volatile boolean over;

    /** It ends by itself soon after; does not wait for that. */
    void end() {
        over = true;
    }

    @Override
    public void run() {
        try {
            for (int round = 0; round < ROUNDS && !over; round++) {
                for (String piece : PIECES) {
                    decode(read(piece));
                }
            }
        } catch (IOException | Interrupted _) {
            // What it would have made faster works without it.
        }
    }

    private void decode(byte[] piece) throws IOException {
        try (Received bytes = received(piece)) {
            Sound sound = Formats.open(bytes);
            int rate = sound.sampleRate();
            Loudness loudness = new Loudness(rate);
            try (Pcm pcm = new Pcm(rate, Path.of("none"), rate * 4L, rate * 4L)) {
                sound.decoder()
                        .decode((stereo, frames) -> {
                            goOn();
                            loudness.add(stereo, frames);
                            pcm.append(stereo, frames);
                        });
            }
        }
    }

    private void goOn() {
        if (over) {
            throw new Interrupted();
        }
    }

    private static Received received(byte[] piece) throws IOException {
        Speaker nobody = new Speaker(OutputStream.nullOutputStream());
        Received received = new Received(piece.length, Path.of("none"), nobody);
        for (int at = 0; at < piece.length; at += Pipe.BLOCK) {
            int end = Math.min(at + Pipe.BLOCK, piece.length);
            received.put(at, Arrays.copyOfRange(piece, at, end));
        }
        return received;
    }

    private static byte[] read(String piece) throws IOException {
        try (InputStream in = Rehearsal.class.getResourceAsStream(piece)) {
            return Objects.requireNonNull(in, piece).readAllBytes();
        }
    }

    private static final class Interrupted extends RuntimeException {}
}
