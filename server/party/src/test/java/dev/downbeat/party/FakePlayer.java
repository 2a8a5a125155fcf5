package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** A host's player that drifts, and tells its position late and in steps. */
final class FakePlayer {
    private final Random random;
    private final double speed;
    private final long stepMicros;
    private String title = "t0";
    private Sighting.Status status = Sighting.Status.STOPPED;
    private long anchorMicros;
    private Instant anchoredAt;

    FakePlayer(Random random, Instant now, double speed, long stepMicros) {
        this.random = random;
        this.anchoredAt = now;
        this.speed = speed;
        this.stepMicros = stepMicros;
    }

    String title() {
        return title;
    }

    boolean plays() {
        return status == Sighting.Status.PLAYING;
    }

    long positionMicros(Instant now) {
        long elapsed = Duration.between(anchoredAt, now).toNanos() / 1_000;
        return plays() ? anchorMicros + Math.round(elapsed * speed) : anchorMicros;
    }

    void put(String newTitle, Sighting.Status newStatus, long micros, Instant now) {
        title = newTitle;
        status = newStatus;
        anchorMicros = micros;
        anchoredAt = now;
    }

    void set(Sighting.Status newStatus, Instant now) {
        put(title, newStatus, positionMicros(now), now);
    }

    /** Goes on to the next track when this one is over. */
    void advance(Instant now) {
        if (plays() && positionMicros(now) >= 200_000_000) {
            put("t" + random.nextInt(6), Sighting.Status.PLAYING, 0, now);
        }
    }

    Sighting reading(Instant now) {
        long late = plays() && stepMicros > 0 ? random.nextLong(stepMicros) : 0;
        return new Sighting(
                Stageplay.seen(title),
                status,
                Duration.ofNanos(Math.max(0, positionMicros(now) - late) * 1_000),
                true,
                1.0,
                now);
    }
}
