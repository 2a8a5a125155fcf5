package dev.downbeat.companion.sync;

import java.net.http.HttpResponse;

/** The server's word on when to come again. */
public final class RetryAfter {
    private static final double LONGEST_MS = 3_600_000;

    private RetryAfter() {}

    /** In ms; 0 when it says nothing, or says it as a date. */
    public static double of(HttpResponse<?> response) {
        try {
            double seconds = response.headers().firstValueAsLong("Retry-After").orElse(0);
            return Math.clamp(seconds * 1_000, 0, LONGEST_MS);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
