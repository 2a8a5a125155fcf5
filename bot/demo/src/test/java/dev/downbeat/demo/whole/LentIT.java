package dev.downbeat.demo.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The built programs and a host whose file nobody else has. */
class LentIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path folder;
    private Music music;
    private Rig rig;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Needs.programs("ffmpeg", "mpv", "dbus-daemon");
        Needs.built();
        music = Music.make(folder.resolve("own"), "Private", "flac", Duration.ofMinutes(8), 73);
        rig = Rig.lending(folder, List.of(music));
        rig.mpv().play();
        rig.awaitSound(music, PATIENCE);
    }

    @AfterEach
    void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    void theHostsFileComesBackAfterEveryEndOfTheServerAndAStopLeavesNothingOfIt()
            throws IOException, InterruptedException {
        rig.whole().server().kill();
        rig.whole().startServer();
        rig.awaitSound(music, PATIENCE);

        rig.whole().server().stop(PATIENCE);
        assertEquals(List.of(), left());
        rig.whole().startServer();
        rig.awaitSound(music, PATIENCE);
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
