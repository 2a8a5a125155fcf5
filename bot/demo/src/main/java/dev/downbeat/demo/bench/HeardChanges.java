package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of acts of one kind: how soon each was heard, and how far off it began. */
final class HeardChanges {
    private final String act;
    private final int targetMs;
    private final List<Double> afterMs = new ArrayList<>();
    private final List<Double> errorMs = new ArrayList<>();
    private int never;

    HeardChanges(String act, int targetMs) {
        this.act = act;
        this.targetMs = targetMs;
    }

    /** Of an act that leaves silence. */
    void silent(long actNanos, long heardNanos) {
        afterMs.add((heardNanos - actNanos) / 1e6);
    }

    void sounding(long actNanos, Optional<Change.Heard> heard) {
        heard.ifPresentOrElse(
                change -> {
                    silent(actNanos, change.atNanos());
                    errorMs.add(Math.abs(change.errorMs()));
                },
                this::unheard);
    }

    void unheard() {
        never++;
    }

    void put(Map<String, Object> values) {
        Figures times = figures(afterMs);
        values.put(act + "_count", times.count());
        values.put(act + "_never_heard", never);
        values.put(act + "_ms_p50", times.percentile(50));
        values.put(act + "_ms_p95", times.percentile(95));
        values.put(act + "_ms_max", times.max());
        values.put(act + "_ms_p95_target", targetMs);
        if (!errorMs.isEmpty()) {
            Figures errors = figures(errorMs);
            values.put(act + "_first_error_ms_p50", errors.percentile(50));
            values.put(act + "_first_error_ms_p95", errors.percentile(95));
        }
    }

    private static Figures figures(List<Double> values) {
        return Figures.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
