package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Music;
import dev.downbeat.demo.whole.Rig;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How far voice is from what mpv truly plays. */
final class SyncBench implements Benchmark {
    @Override
    public String name() {
        return "sync";
    }

    @Override
    public String about() {
        return "position of the frame sent to voice minus mpv's audio-pts, 10 minutes, lead 0";
    }

    @Override
    public Map<String, Object> measure(Path folder) throws IOException, InterruptedException {
        Duration length = Duration.ofSeconds(SyncRun.trackSeconds());
        Music music = Music.make(folder.resolve("music"), "Long Run", "flac", length, 11);
        try (Rig rig = Rig.start(folder, List.of(music))) {
            rig.mpv().play();
            rig.awaitSound(music, Duration.ofSeconds(30));
            TimeUnit.SECONDS.sleep(1);
            return SyncRun.of(new WithMpv(rig, music), 20, 45);
        }
    }

    private record WithMpv(Rig rig, Music music) implements SyncRun.Listening {
        @Override
        public Optional<Double> errorMs() {
            return rig.errorMs(music);
        }

        @Override
        public void seekForward() {
            rig.mpv().seek(rig.mpv().heard().seconds() + 10);
        }

        @Override
        public String serverUrl() {
            return rig.whole().serverUrl();
        }
    }
}
