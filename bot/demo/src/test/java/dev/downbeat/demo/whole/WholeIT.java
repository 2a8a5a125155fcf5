package dev.downbeat.demo.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The short form of the benchmarks: the built programs, a real mpv on a real bus, Discord on
 * loopback. Bounds are wide: they tell right from wrong on a busy machine, not good from better.
 */
class WholeIT extends OnARig {
    private static final Duration LENGTH = Duration.ofMinutes(15);
    private static final int LISTEN_SECONDS = Integer.getInteger("downbeat.listen.seconds", 60);
    private static final int KILLS = Integer.getInteger("downbeat.whole.kills", 10);
    private static final double SAME_MOMENT_MS = 150;

    @Override
    Music music() throws IOException, InterruptedException {
        Path library = folder.resolve("music");
        Music.make(library, "Waiting", "mp3", Duration.ofSeconds(20), 72);
        return Music.make(library, "Steady", "flac", LENGTH, 71);
    }

    @Override
    Rig rig() throws IOException, InterruptedException {
        return Rig.start(folder, List.of(music));
    }

    @Test
    void whatTheHostPlaysIsHeardInTheChannelAtTheSameMoment() throws InterruptedException {
        TimeUnit.SECONDS.sleep(2);
        List<Double> errors = new ArrayList<>();
        int unheard = 0;
        for (int second = 0; second < LISTEN_SECONDS; second++) {
            TimeUnit.SECONDS.sleep(1);
            var error = rig.errorMs(music);
            error.ifPresent(errors::add);
            unheard += error.isPresent() ? 0 : 1;
        }

        long far = errors.stream().filter(error -> Math.abs(error) > SAME_MOMENT_MS).count();
        assertTrue(unheard <= LISTEN_SECONDS / 10, unheard + " times no sound was found");
        assertTrue(far <= LISTEN_SECONDS / 20, "errors in ms: " + errors);
    }

    @Test
    void aKilledServerComesBackToTheSameMomentWithNothingLost() throws InterruptedException {
        for (int kill = 1; kill <= KILLS; kill++) {
            rig.whole().run("play", Map.of("query", "Waiting"));
            rig.whole().server().kill();
            rig.whole().startServer();
            awaitSound();

            String queue = rig.whole().run("queue view", Map.of()).text();
            assertTrue(queue.contains("Waiting"), queue);
            assertEquals(kill, count(queue), queue);
        }
    }

    private static int count(String queue) {
        return queue.split("Waiting", -1).length - 1;
    }
}
