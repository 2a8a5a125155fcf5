package dev.downbeat.audio.child;

import java.time.Duration;

/**
 * What media children may use.
 *
 * @param heapMegabytes of each
 * @param running at most this many jobs at once
 * @param silence without a sign of life for so long, bytes not being owed to it: killed
 * @param probe a whole probe, waiting included
 * @param job a whole ingest, waiting for bytes included
 */
public record ChildLimits(
        int heapMegabytes, int running, Duration silence, Duration probe, Duration job) {
    public static final ChildLimits DEFAULT =
            new ChildLimits(
                    256, 3, Duration.ofSeconds(8), Duration.ofSeconds(6), Duration.ofHours(6));
}
