package dev.downbeat.audio.child.inside;

import dev.downbeat.audio.Refusal;
import dev.downbeat.audio.child.format.Formats;
import dev.downbeat.audio.child.format.MediaRefused;
import dev.downbeat.audio.child.format.Sound;
import dev.downbeat.audio.child.level.Loudness;
import dev.downbeat.audio.child.level.Pcm;
import dev.downbeat.audio.child.wire.Answer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes the canonical frames of one medium: this thread decodes all of it from the beginning,
 * another encodes what is there ({@link Encoding}).
 */
final class IngestJob {
    private static final int MEMORY_SECONDS = 600;
    private static final long MAX_SECONDS = 12 * 3600;
    private static final double TOLERANCE_SECONDS = 0.5;
    private static final int FRAMES_BETWEEN_SIGNS_OF_LIFE = 1 << 18;

    private final Received received;
    private final long firstIndex;
    private final Path folder;
    private final Speaker speaker;
    private long sinceSignOfLife;

    IngestJob(Received received, long firstIndex, Path folder, Speaker speaker) {
        this.received = received;
        this.firstIndex = firstIndex;
        this.folder = folder;
        this.speaker = speaker;
    }

    void run() {
        String refused = ingest();
        received.close();
        if (refused != null) {
            speaker.say(new Answer.Refused(refused));
        }
        speaker.say(new Answer.Ready());
    }

    /** The reason why not, or null. */
    private @Nullable String ingest() {
        try {
            Sound sound = Formats.open(received);
            int rate = sound.sampleRate();
            Path spool = folder.resolve("pcm");
            try (Pcm pcm = new Pcm(rate, spool, (long) rate * MEMORY_SECONDS, rate * MAX_SECONDS)) {
                Loudness loudness = new Loudness(rate);
                Encoding encoding = new Encoding(pcm, loudness, sound.tags(), firstIndex, speaker);
                Thread encoder = Thread.ofPlatform().name("encode").daemon().start(encoding);
                try {
                    decode(sound, pcm, loudness);
                } catch (IOException | RuntimeException | StackOverflowError e) {
                    loudness.end();
                    encoding.refuse(received.isLost());
                    throw e;
                } finally {
                    pcm.end();
                    encoder.join();
                }
                return encoding.fault();
            }
        } catch (MediaRefused e) {
            return e.getMessage();
        } catch (Pcm.TooLong _) {
            return Refusal.SOUND_TOO_LONG.about(MAX_SECONDS / 3600);
        } catch (Pcm.NoRoom _) {
            return Refusal.DISK_FULL.code();
        } catch (IOException | RuntimeException | StackOverflowError _) {
            return Refusal.DAMAGED.code();
        } catch (InterruptedException _) {
            return Refusal.STOPPING.code();
        }
    }

    private void decode(Sound sound, Pcm pcm, Loudness loudness) throws IOException {
        try {
            sound.decoder()
                    .decode((stereo, frames) -> {
                        loudness.add(stereo, frames);
                        pcm.append(stereo, frames);
                        signOfLife(frames);
                    });
        } catch (MediaRefused e) {
            // A decoder that stumbles at the end of a file that was cut off says only "damaged".
            if (e.getCause() != null) {
                refuseIfNotAsDeclared(sound, pcm);
            }
            throw e;
        }
        loudness.end();
        refuseIfNotAsDeclared(sound, pcm);
    }

    private static void refuseIfNotAsDeclared(Sound sound, Pcm pcm) throws MediaRefused {
        double seconds = (double) pcm.frames() / pcm.sampleRate();
        if (pcm.frames() == 0) {
            throw new MediaRefused(Refusal.NO_SOUND_CAME.code());
        }
        double declared = sound.declaredSeconds().orElse(seconds);
        if (Math.abs(declared - seconds) > TOLERANCE_SECONDS) {
            throw new MediaRefused(Refusal.LENGTH_WRONG.about(tenths(declared), tenths(seconds)));
        }
    }

    private static String tenths(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }

    private void signOfLife(int frames) {
        sinceSignOfLife += frames;
        if (sinceSignOfLife > FRAMES_BETWEEN_SIGNS_OF_LIFE) {
            sinceSignOfLife = 0;
            speaker.say(new Answer.Working());
        }
    }
}
