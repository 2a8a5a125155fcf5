package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Change;
import dev.downbeat.demo.whole.Music;
import dev.downbeat.demo.whole.PlayerPosition;
import dev.downbeat.demo.whole.Rig;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** From the host's change to a track never seen, three minutes in, to its first frame in voice. */
final class FreshBench implements Benchmark {
    private static final int WARM = Integer.getInteger("downbeat.bench.rounds", 12);
    private static final int COLD = 5;
    private static final Duration LENGTH = Duration.ofMinutes(5);
    private static final int IN_SECONDS = 180;
    private static final long AFTER_ACT_MILLIS = 6_000;
    private static final long SETTLED_SECONDS = 10;

    @Override
    public String name() {
        return "fresh";
    }

    @Override
    public String about() {
        return "host changes to a 5-minute mp3 or flac never seen, 3 minutes in; warm and cold";
    }

    @Override
    public Map<String, Object> measure(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("music");
        List<Music> music = new ArrayList<>();
        music.add(Music.make(library, "Steady", "flac", LENGTH, 80));
        for (int n = 1; n <= COLD + WARM; n++) {
            music.add(
                    Music.make(library, "Unseen" + n, n % 2 == 0 ? "mp3" : "flac", LENGTH, 80 + n));
        }
        try (Rig rig = Rig.start(folder, music.subList(0, 1))) {
            rig.mpv().play();
            rig.awaitSound(music.getFirst(), Duration.ofSeconds(30));
            Map<String, Object> values = new LinkedHashMap<>();
            cold(rig, music.subList(1, 1 + COLD)).put(values);
            warm(rig, music.subList(1 + COLD, music.size())).put(values);
            return values;
        }
    }

    /** The first track of a server's life, each time. */
    private static HeardChanges cold(Rig rig, List<Music> unseen) throws InterruptedException {
        HeardChanges heard = new HeardChanges("cold", 2_500);
        for (Music next : unseen) {
            rig.mpv().pause();
            rig.whole().server().close();
            rig.whole().startServer();
            TimeUnit.SECONDS.sleep(SETTLED_SECONDS);
            change(rig, next, heard);
        }
        return heard;
    }

    private static HeardChanges warm(Rig rig, List<Music> unseen) throws InterruptedException {
        HeardChanges heard = new HeardChanges("warm", 1_500);
        for (Music next : unseen) {
            change(rig, next, heard);
        }
        return heard;
    }

    private static void change(Rig rig, Music next, HeardChanges heard)
            throws InterruptedException {
        var recording = rig.whole().discord().control().recording(rig.whole().guild());
        long index = recording.nextIndex();
        long act = System.nanoTime();
        rig.mpv().playFrom(next.file(), IN_SECONDS);
        TimeUnit.MILLISECONDS.sleep(AFTER_ACT_MILLIS);
        PlayerPosition now = rig.mpv().heard();
        heard.sounding(
                act, Change.toSound(recording.since(index), act, next.reference(), now::secondsAt));
    }
}
