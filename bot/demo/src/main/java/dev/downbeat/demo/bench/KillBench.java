package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Music;
import dev.downbeat.demo.whole.Rig;
import dev.downbeat.demo.whole.Whole;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** kill -9 of the whole server while it plays: how soon sound is back, where, and what was lost. */
final class KillBench implements Benchmark {
    private static final int KILLS = Integer.getInteger("downbeat.bench.kills", 20);
    private static final Duration LENGTH = Duration.ofMinutes(20);

    private final Random chance = new Random(3);
    private int acknowledged;

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public String about() {
        return "kill -9 of the server: sound back, position error, acknowledged commands lost";
    }

    @Override
    public Map<String, Object> measure(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("music");
        Music music = Music.make(library, "Survivor", "flac", LENGTH, 31);
        Music.make(library, "Queued", "mp3", Duration.ofSeconds(20), 32);
        List<Double> back = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        try (Rig rig = Rig.start(folder, List.of(music))) {
            rig.mpv().play();
            rig.awaitSound(music, Duration.ofSeconds(30));
            for (int kill = 0; kill < KILLS; kill++) {
                queueSome(rig.whole());
                TimeUnit.MILLISECONDS.sleep(1_000 + chance.nextInt(2_000));
                killAndWait(rig, music, back, errors);
            }
            Map<String, Object> values = result(back, errors, acknowledged, queued(rig.whole()));
            values.put("paused_stays_paused", staysAsItWas(rig, "pause"));
            values.put("ended_stays_ended", staysAsItWas(rig, "party end"));
            return values;
        }
    }

    private void queueSome(Whole whole) {
        if (whole.run("play", Map.of("query", "Queued")).isCompleted()) {
            acknowledged++;
        }
    }

    private static void killAndWait(Rig rig, Music music, List<Double> back, List<Double> errors)
            throws InterruptedException {
        long killed = System.nanoTime();
        rig.whole().server().kill();
        rig.whole().startServer();
        rig.awaitSound(music, Duration.ofSeconds(60));
        back.add((System.nanoTime() - killed) / 1e9);
        rig.errorMs(music).map(Math::abs).ifPresent(errors::add);
    }

    private static int queued(Whole whole) {
        int queued = 0;
        for (int page = 1, found = 1; found > 0; page++) {
            var asked = Map.of("page", Integer.toString(page));
            found = whole.run("queue view", asked).text().split("Queued", -1).length - 1;
            queued += found;
        }
        return queued;
    }

    /** A pause and an end outlast a kill; true when they did. */
    private static boolean staysAsItWas(Rig rig, String command) throws InterruptedException {
        rig.whole().run(command, Map.of());
        rig.whole().server().kill();
        rig.whole().startServer();
        var recording = rig.whole().discord().control().recording(rig.whole().guild());
        long index = recording.nextIndex();
        TimeUnit.SECONDS.sleep(10);
        return recording.since(index).stream().allMatch(frame -> frame.opus().isSilence());
    }

    private static Map<String, Object> result(
            List<Double> back, List<Double> errors, int asked, int queued) {
        Figures seconds = Figures.of(back.stream().mapToDouble(s -> s).toArray());
        Figures ms = Figures.of(errors.stream().mapToDouble(e -> e).toArray());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kills", seconds.count());
        values.put("sound_back_s_p50", seconds.percentile(50));
        values.put("sound_back_s_max", seconds.max());
        values.put("sound_back_s_target", 10);
        values.put("position_error_ms_max", ms.max());
        values.put("position_error_ms_target", 300);
        values.put("acknowledged_plays", asked);
        values.put("plays_shown_in_the_queue", queued);
        return values;
    }
}
