package dev.downbeat.audio.stage;

import dev.downbeat.audio.TickFigures;

import java.util.concurrent.atomic.LongAdder;

/** What the tick counts about itself. Safe for any thread. */
final class TickCounts {
    private final Lateness lateness = new Lateness();
    private final LongAdder announced = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder moved = new LongAdder();
    private final LongAdder failedCalls = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    void announced(long ticksSkipped, long lateNanos) {
        announced.increment();
        skipped.add(ticksSkipped);
        lateness.record(lateNanos);
    }

    void moved() {
        moved.increment();
    }

    void failedCall() {
        failedCalls.increment();
    }

    void dropped() {
        dropped.increment();
    }

    TickFigures read() {
        return new TickFigures(
                announced.sum(),
                skipped.sum(),
                lateness.quantileMicros(0.5),
                lateness.quantileMicros(0.99),
                moved.sum(),
                failedCalls.sum(),
                dropped.sum());
    }
}
