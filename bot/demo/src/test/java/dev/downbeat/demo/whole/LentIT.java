package dev.downbeat.demo.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The built programs and a host whose file nobody else has. */
class LentIT extends OnARig {
    private static final Duration LENGTH = Duration.ofMinutes(8);

    @Override
    Music music() throws IOException, InterruptedException {
        return Music.make(folder.resolve("own"), "Private", "flac", LENGTH, 73);
    }

    @Override
    Rig rig() throws IOException, InterruptedException {
        return Rig.lending(folder, List.of(music));
    }

    @Test
    void theHostsFileComesBackAfterEveryEndOfTheServerAndAStopLeavesNothingOfIt()
            throws IOException, InterruptedException {
        rig.whole().server().kill();
        rig.whole().startServer();
        awaitSound();

        rig.whole().server().stop(PATIENCE);
        assertEquals(List.of(), left());
        rig.whole().startServer();
        awaitSound();
    }

    /** Uploads and frames; what else is in the folders of both is no sound. */
    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.filter(LentIT::isSound).toList();
        }
    }

    private static boolean isSound(Path file) {
        String name = file.toString();
        return name.endsWith(".part") || name.endsWith(".frames") || name.endsWith(".tmp");
    }
}
