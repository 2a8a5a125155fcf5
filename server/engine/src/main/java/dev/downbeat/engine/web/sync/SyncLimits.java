package dev.downbeat.engine.web.sync;

import java.time.Duration;

/**
 * How long a socket may keep the server waiting.
 *
 * @param hello until the first message
 * @param silence without any message
 * @param stuck one message that is not taken
 * @param again after which a state is repeated though nothing changed
 */
public record SyncLimits(Duration hello, Duration silence, Duration stuck, Duration again) {
    public static final SyncLimits USUAL =
            new SyncLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15));
}
