package dev.downbeat.localdiscord.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What shall go wrong with REST calls to come. Safe to use from any thread. */
public final class RestFaults {
    /** Which kind of 429 a call gets. */
    public enum Scope {
        ROUTE,
        GLOBAL,
        CLOUDFLARE
    }

    /** One kind of failure for the next calls whose path holds a given text. */
    public sealed interface Fault {
        /** A 429; Cloudflare's has no {@code via} header and no JSON. */
        record Limited(Scope scope, Duration retryAfter) implements Fault {}

        /** A status such as 500, 502 or 503, with a page instead of JSON. */
        record Broken(int status) implements Fault {}

        /** The connection is cut without an answer. */
        record Cut() implements Fault {}
    }

    private record Planned(Fault fault, String pathPart, int times) {}

    private final Deque<Planned> planned = new ArrayDeque<>();
    private Duration delay = Duration.ZERO;
    private String delayedPart = "";

    /** The next {@code times} calls whose path contains {@code pathPart} (empty is all) fail so. */
    public synchronized void plan(Fault fault, String pathPart, int times) {
        planned.add(new Planned(fault, pathPart, times));
    }

    /** Every call whose path contains {@code pathPart} takes this much longer, until told else. */
    public synchronized void slow(Duration time, String pathPart) {
        delay = time;
        delayedPart = pathPart;
    }

    public synchronized void clear() {
        planned.clear();
        delay = Duration.ZERO;
    }

    synchronized Duration delay(String path) {
        return path.contains(delayedPart) ? delay : Duration.ZERO;
    }

    synchronized Optional<Fault> next(String path) {
        Planned first =
                planned.stream().filter(p -> path.contains(p.pathPart())).findFirst().orElse(null);
        if (first == null) {
            return Optional.empty();
        }
        planned.remove(first);
        if (first.times() > 1) {
            planned.addFirst(new Planned(first.fault(), first.pathPart(), first.times() - 1));
        }
        return Optional.of(first.fault());
    }
}
