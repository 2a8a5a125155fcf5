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
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** From the host's change to a track never seen, three minutes in, to its first frame in voice. */
final class FreshBench implements Benchmark {
    private static final int WARM = Integer.getInteger("downbeat.bench.rounds", 12);
    private static final int COLD = 5;
    private static final Duration LENGTH = Duration.ofMinutes(5);
    private static final int IN_SECONDS = 180;
    private static final long AFTER_ACT_MILLIS = 6_000;
    private static final long SETTLED_SECONDS = 10;

    private int unheard;

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
            put(values, "cold", cold(rig, music.subList(1, 1 + COLD)), 2_500);
            put(values, "warm", warm(rig, music.subList(1 + COLD, music.size())), 1_500);
            values.put("changes_never_heard", unheard);
            return values;
        }
    }

    /** The first track of a server's life, each time. */
    private List<Double> cold(Rig rig, List<Music> unseen) throws InterruptedException {
        List<Double> ms = new ArrayList<>();
        for (Music next : unseen) {
            rig.mpv().pause();
            rig.whole().server().close();
            rig.whole().startServer();
            TimeUnit.SECONDS.sleep(SETTLED_SECONDS);
            change(rig, next, ms);
        }
        return ms;
    }

    private List<Double> warm(Rig rig, List<Music> unseen) throws InterruptedException {
        List<Double> ms = new ArrayList<>();
        for (Music next : unseen) {
            change(rig, next, ms);
        }
        return ms;
    }

    private void change(Rig rig, Music next, List<Double> ms) throws InterruptedException {
        var recording = rig.whole().discord().control().recording(rig.whole().guild());
        long index = recording.nextIndex();
        long act = System.nanoTime();
        rig.mpv().playFrom(next.file(), IN_SECONDS);
        TimeUnit.MILLISECONDS.sleep(AFTER_ACT_MILLIS);
        PlayerPosition now = rig.mpv().heard();
        OptionalLong heard =
                Change.toSound(recording.since(index), act, next.reference(), now::secondsAt);
        if (heard.isPresent()) {
            ms.add((heard.getAsLong() - act) / 1e6);
        } else {
            unheard++;
        }
    }

    private static void put(Map<String, Object> values, String what, List<Double> ms, int target) {
        Figures all = Figures.of(ms.stream().mapToDouble(Double::doubleValue).toArray());
        values.put(what + "_count", all.count());
        values.put(what + "_ms_p50", all.percentile(50));
        values.put(what + "_ms_p95", all.percentile(95));
        values.put(what + "_ms_max", all.max());
        values.put(what + "_ms_p95_target", target);
    }
}
