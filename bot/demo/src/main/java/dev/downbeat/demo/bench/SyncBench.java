package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Music;
import dev.downbeat.demo.whole.Rig;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How far voice is from what mpv truly plays, over ten minutes with a seek each 90 s. */
final class SyncBench implements Benchmark {
    private static final int SECONDS = Integer.getInteger("downbeat.bench.seconds", 600);
    private static final int ACT_EVERY_SECONDS = 90;
    private static final int SAMPLES_PER_SECOND = 4;

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
        Duration length = Duration.ofSeconds(SECONDS + 120L);
        Music music = Music.make(folder.resolve("music"), "Long Run", "flac", length, 11);
        try (Rig rig = Rig.start(folder, List.of(music))) {
            rig.mpv().play();
            rig.awaitSound(music, Duration.ofSeconds(30));
            TimeUnit.SECONDS.sleep(1);
            Scraped before = Scraped.of(rig.whole().serverUrl());
            List<Double> errors = new ArrayList<>();
            int missed = listen(rig, music, errors);
            return result(errors, missed, Scraped.of(rig.whole().serverUrl()).minus(before));
        }
    }

    private static int listen(Rig rig, Music music, List<Double> errors)
            throws InterruptedException {
        int missed = 0;
        for (int n = 1; n <= SECONDS * SAMPLES_PER_SECOND; n++) {
            TimeUnit.MILLISECONDS.sleep(1000 / SAMPLES_PER_SECOND);
            if (n % (ACT_EVERY_SECONDS * SAMPLES_PER_SECOND) == 0) {
                rig.mpv().seek(rig.mpv().heard().seconds() + 10);
                TimeUnit.SECONDS.sleep(1);
            }
            var error = rig.errorMs(music);
            error.ifPresent(errors::add);
            missed += error.isPresent() ? 0 : 1;
        }
        return missed;
    }

    private static Map<String, Object> result(List<Double> errors, int missed, Scraped during) {
        Figures absolute = Figures.of(errors.stream().mapToDouble(Math::abs).toArray());
        Figures signed = Figures.of(errors.stream().mapToDouble(e -> e).toArray());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("samples", absolute.count());
        values.put("samples_without_sound", missed);
        values.put("abs_error_ms_p50", absolute.percentile(50));
        values.put("abs_error_ms_p50_target", 20);
        values.put("abs_error_ms_p95", absolute.percentile(95));
        values.put("abs_error_ms_p95_target", 45);
        values.put("abs_error_ms_max", absolute.max());
        values.put("error_ms_p50_signed", signed.percentile(50));
        values.put("audible_corrections", during.sum("audible"));
        values.put("audible_corrections_target", 1);
        values.put("splices", during.sum("splice"));
        return values;
    }
}
