package dev.downbeat.demo.whole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The built programs, a real mpv on a real bus, Discord on loopback; a track sounds. */
abstract class OnARig {
    static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path folder;
    Music music;
    Rig rig;

    /** What the host plays. */
    abstract Music music() throws IOException, InterruptedException;

    /** The programs, before the player plays. */
    abstract Rig rig() throws IOException, InterruptedException;

    @BeforeEach
    final void start() throws IOException, InterruptedException {
        Needs.programs("ffmpeg", "mpv", "dbus-daemon");
        Needs.built();
        music = music();
        rig = rig();
        rig.mpv().play();
        awaitSound();
    }

    @AfterEach
    final void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    final void awaitSound() throws InterruptedException {
        rig.awaitSound(music, PATIENCE);
    }
}
