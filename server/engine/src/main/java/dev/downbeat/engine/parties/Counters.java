package dev.downbeat.engine.parties;

import java.util.concurrent.atomic.LongAdder;

/** What the parties of this node did since its start; any thread may count and read. */
public final class Counters {
    final LongAdder decided = new LongAdder();
    final LongAdder replaced = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder faults = new LongAdder();
    final LongAdder questions = new LongAdder();
    final LongAdder timeouts = new LongAdder();
    final LongAdder superseded = new LongAdder();

    Counters() {}

    /** Inputs that a party decided on. */
    public long decided() {
        return decided.sum();
    }

    /** Reports that a newer one of the same seat replaced before the party read them. */
    public long replacedReports() {
        return replaced.sum();
    }

    /** Reports and signs of life for which an inbox had no place. */
    public long droppedInputs() {
        return dropped.sum();
    }

    /** Wishes answered with a refusal, by rights, by state, or because the party is busy. */
    public long refusedWishes() {
        return refused.sum();
    }

    /** Exceptions in a party's thread or its effects, failed writes included. */
    public long faults() {
        return faults.sum();
    }

    /** Questions put to single sources. */
    public long questions() {
        return questions.sum();
    }

    /** Questions that a source did not answer within its deadline. */
    public long timeouts() {
        return timeouts.sum();
    }

    /** Views that a watcher never saw because a newer one came first. */
    public long supersededViews() {
        return superseded.sum();
    }
}
