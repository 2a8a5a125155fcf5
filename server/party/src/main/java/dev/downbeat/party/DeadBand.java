package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How far the host's player may be from the timeline before anyone moves. Readings are late, never
 * early, so the player is where its earliest readings say: an upper quantile of the window.
 */
final class DeadBand {
    static final long JUMP_MICROS = 1_500_000;

    /** Two far readings further apart than this are not yet one new place. */
    static final long AGREEMENT_MICROS = 500_000;

    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final long SMALLEST_MICROS = 25_000;
    static final long LARGEST_MICROS = 400_000;
    static final int ENOUGH = 5;
    private static final double QUANTILE = 0.9;

    private DeadBand() {}

    static long offsetMicros(Duration position, Instant at) {
        return position.toNanos() / 1_000 - ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static long offsetMicros(Timeline.Playing playing) {
        return offsetMicros(playing.position(), playing.at());
    }

    static boolean isEnough(List<Long> offsets) {
        return offsets.size() >= ENOUGH;
    }

    static boolean isOutside(List<Long> offsets, long timelineMicros) {
        return isEnough(offsets)
                && Math.abs(estimateMicros(offsets) - timelineMicros) > bandMicros(offsets);
    }

    static long estimateMicros(List<Long> offsets) {
        List<Long> sorted = offsets.stream().sorted().toList();
        return sorted.get((int) Math.round(QUANTILE * (sorted.size() - 1)));
    }

    static long latenessMicros(List<Long> offsets) {
        return Math.max(0, estimateMicros(offsets) - median(offsets));
    }

    static long bandMicros(List<Long> offsets) {
        long middle = median(offsets);
        long spread = median(offsets.stream().map(offset -> Math.abs(offset - middle)).toList());
        return Math.clamp(3 * spread, SMALLEST_MICROS, LARGEST_MICROS);
    }

    private static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
