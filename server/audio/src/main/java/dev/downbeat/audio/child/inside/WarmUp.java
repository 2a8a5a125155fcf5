package dev.downbeat.audio.child.inside;

import com.sedmelluq.discord.lavaplayer.container.MediaContainerRegistry;
import com.sedmelluq.discord.lavaplayer.natives.mp3.Mp3Decoder;

import dev.downbeat.audio.child.level.CanonicalEncoder;
import dev.downbeat.audio.child.level.Gain;
import dev.downbeat.audio.child.level.Loudness;
import dev.downbeat.audio.child.level.Pcm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Loads native libraries and classes before the first job, so that it need not wait for them. */
final class WarmUp {
    private static final int RATE = 44_100;
    private static final int FRAMES = 100;

    private WarmUp() {}

    static void run() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        short[] second = new short[RATE * 2];
        for (int i = 0; i < second.length; i++) {
            second[i] = (short) random.nextInt(-3000, 3000);
        }
        Loudness loudness = new Loudness(RATE);
        try (Pcm pcm = new Pcm(RATE, Path.of("none"), RATE * 4L, RATE * 4L);
                CanonicalEncoder encoder = encoder(pcm, loudness, second)) {
            for (int i = 0; i < FRAMES; i++) {
                encoder.next();
            }
        }
        new Mp3Decoder().close();
        MediaContainerRegistry.DEFAULT_REGISTRY.getAll();
    }

    private static CanonicalEncoder encoder(Pcm pcm, Loudness loudness, short[] second) {
        for (int i = 0; i < 3; i++) {
            pcm.append(second, RATE);
            loudness.add(second, RATE);
        }
        return new CanonicalEncoder(pcm, Gain.of(-loudness.peak()), 0);
    }
}
