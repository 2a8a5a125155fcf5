package dev.downbeat.demo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Compares voice with the host's player four times a second, with a seek each 90 s. */
final class SyncRun {
    private static final int SECONDS = Integer.getInteger("downbeat.bench.seconds", 600);
    private static final int ACT_EVERY_SECONDS = 90;
    private static final int SAMPLES_PER_SECOND = 4;
    private static final long NANOS_PER_SAMPLE = 1_000_000_000L / SAMPLES_PER_SECOND;

    /** Samples in the second after an act. */
    private static final int LEFT_OUT = SAMPLES_PER_SECOND;

    /** A party that follows a player. */
    interface Listening {
        /** Voice against player now, in ms; positive when voice is ahead; empty without sound. */
        Optional<Double> errorMs();

        void seekForward() throws InterruptedException;

        String serverUrl();
    }

    private SyncRun() {}

    /** Long enough for a run and its seeks. */
    static int trackSeconds() {
        return SECONDS + SECONDS / ACT_EVERY_SECONDS * 10 + 60;
    }

    static Map<String, Object> of(Listening pair, int p50Target, int p95Target)
            throws IOException, InterruptedException {
        Scraped before = Scraped.of(pair.serverUrl());
        List<Double> errors = new ArrayList<>();
        int missed = 0;
        long begin = System.nanoTime();
        for (int n = 1; n <= SECONDS * SAMPLES_PER_SECOND; n++) {
            sleepUntil(begin + n * NANOS_PER_SAMPLE);
            int sinceAct = n % (ACT_EVERY_SECONDS * SAMPLES_PER_SECOND);
            if (sinceAct == 0) {
                pair.seekForward();
            } else if (n < ACT_EVERY_SECONDS * SAMPLES_PER_SECOND || sinceAct > LEFT_OUT) {
                Optional<Double> error = pair.errorMs();
                error.ifPresent(errors::add);
                missed += error.isPresent() ? 0 : 1;
            }
        }
        Map<String, Object> values = result(errors, missed);
        values.put("abs_error_ms_p50_target", p50Target);
        values.put("abs_error_ms_p95_target", p95Target);
        Scraped during = Scraped.of(pair.serverUrl()).minus(before);
        values.put("audible_corrections", during.sum("audible"));
        values.put("audible_corrections_target", 1);
        return values;
    }

    /** By the clock: pauses in a row would outlast the track. */
    private static void sleepUntil(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
    }

    private static Map<String, Object> result(List<Double> errors, int missed) {
        Figures absolute = Figures.of(errors.stream().mapToDouble(Math::abs).toArray());
        Figures signed = Figures.of(errors.stream().mapToDouble(e -> e).toArray());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("samples", absolute.count());
        values.put("samples_without_sound", missed);
        values.put("abs_error_ms_p50", absolute.percentile(50));
        values.put("abs_error_ms_p95", absolute.percentile(95));
        values.put("abs_error_ms_max", absolute.max());
        values.put("error_ms_p50_signed", signed.percentile(50));
        return values;
    }
}
