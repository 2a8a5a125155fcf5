package dev.downbeat.engine.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How often codes and tickets may be tried: 10 a minute from one address, 300 from everywhere. */
final class Guesses {
    private static final String EVERYWHERE = "";

    private final RateLimit byAddress;
    private final RateLimit all;

    Guesses(LongSupplier nanos) {
        this.byAddress = new RateLimit(10, Duration.ofMinutes(1), 10, nanos);
        this.all = new RateLimit(300, Duration.ofMinutes(1), 300, nanos);
    }

    /** Right or wrong, every try counts: the answer to one too many says nothing about it. */
    void count(String address) {
        take(byAddress, address);
        take(all, EVERYWHERE);
    }

    private static void take(RateLimit limit, String key) {
        if (!limit.take(key)) {
            throw WebFault.later(Fault.TOO_MANY, limit.retryAfterSeconds(key));
        }
    }
}
