package dev.downbeat.engine.parties;

import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.NotKept;
import dev.downbeat.party.Decision;
import dev.downbeat.party.Note;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.Party;
import dev.downbeat.party.PartyEffect;
import dev.downbeat.party.PartyEvent;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The life of one party on its thread: take an input, let the party decide, make the events
 * durable, apply them, show the new view, run the effects. A fault costs the input it met, no more.
 */
final class PartyLoop implements Runnable {
    /** A party that always wants to be woken still lets its inputs through. */
    private static final Duration BETWEEN_WAKES = Duration.ofMillis(20);

    private static final int LEAST_BETWEEN_SNAPSHOTS = 200;

    /** How long after a failed write the next is tried where nobody asks for one. */
    private static final Duration UNTIL_AGAIN = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(PartyLoop.class);

    private final PartyId id;
    private final Surroundings around;
    private final Inbox inbox;
    private final OpenWishes wishes;
    private final EffectRunner effects;
    private final Counters counters;
    private final Consumer<PartyView> shown;

    private Party party;
    private long next;
    private long snapshotAt;
    private PartyView view;
    private Instant nextWake = Instant.MIN;

    /** True from the moment events may be durable until they are surely applied. */
    private boolean uncertain;

    /** What came while nothing could be made durable, and must not be lost. */
    private final Deque<PartyInput> waiting = new ArrayDeque<>();

    private boolean failing;

    PartyLoop(
            Party party,
            long next,
            Surroundings around,
            Inbox inbox,
            OpenWishes wishes,
            EffectRunner effects,
            Counters counters,
            Consumer<PartyView> shown) {
        this.party = party;
        this.next = next;
        this.snapshotAt = next;
        this.view = party.view();
        this.id = view.id();
        this.around = around;
        this.inbox = inbox;
        this.wishes = wishes;
        this.effects = effects;
        this.counters = counters;
        this.shown = shown;
    }

    @Override
    public void run() {
        safely("resuming", this::resume);
        try {
            while (!view.ended() && !inbox.isClosed()) {
                PartyInput input = nextInput();
                if (uncertain) {
                    goOn();
                }
                if (input != null) {
                    take(input);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        inbox.close();
        if (view.ended()) {
            LOG.info("Party {} ended", id.value());
        }
        safely("snapshot", this::snapshot);
        wishes.close(new Outcome.Refused(view.ended() ? new Note.PartyEnded() : new Note.Busy()));
    }

    private @Nullable PartyInput nextInput() throws InterruptedException {
        if (uncertain) {
            return inbox.take(UNTIL_AGAIN);
        }
        Instant now = around.clock().now();
        Instant due = party.wakeAt().isAfter(nextWake) ? party.wakeAt() : nextWake;
        if (due.isAfter(now)) {
            return inbox.take(Duration.between(now, due));
        }
        nextWake = now.plus(BETWEEN_WAKES);
        return new PartyInput.TimePassed();
    }

    private void take(PartyInput input) {
        if (uncertain || !safely(Names.of(input), () -> handle(input))) {
            giveBack(input);
        }
    }

    private void handle(PartyInput input) {
        Decision decision = party.decide(input, around.clock().now());
        counters.decided.increment();
        commit(input, decision.events());
        show();
        run(decision.effects());
        if (next - snapshotAt >= Math.max(LEAST_BETWEEN_SNAPSHOTS, party.snapshotSize())) {
            snapshot();
        }
    }

    private void commit(PartyInput input, List<PartyEvent> events) {
        List<PartyEvent> lasting =
                events.stream().filter(event -> !(event instanceof PartyEvent.Passing)).toList();
        uncertain = true;
        if (!lasting.isEmpty()) {
            around.log().append(id, next, lasting);
            LOG.debug("{}: {} -> {}", id.value(), Names.of(input), Names.of(lasting));
        }
        events.forEach(party::apply);
        next += lasting.size();
        uncertain = false;
    }

    private void snapshot() {
        if (next > snapshotAt && !uncertain) {
            snapshotAt = next;
            around.log().snapshot(id, next, party.snapshot());
        }
    }

    /** Once the log can be read again: also with what could not be written then. */
    private void goOn() {
        if (safely("reloading", this::reload)) {
            List<PartyInput> again = List.copyOf(waiting);
            waiting.clear();
            again.forEach(this::take);
        }
    }

    /** What the log holds is what happened, whatever the failed write said. */
    private void reload() {
        EventLog.History history = around.log().load(id);
        party = Party.from(history.events());
        next = history.next();
        uncertain = false;
        show();
        resume();
    }

    private void resume() {
        run(party.resume(around.clock().now()));
    }

    private void show() {
        PartyView newest = party.view();
        if (newest.revision() != view.revision()) {
            view = newest;
            shown.accept(newest);
        }
    }

    private void run(List<PartyEffect> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            PartyEffect effect = wanted.get(i);
            var effectId = new HostPlayers.EffectId(id, view.revision(), i);
            safely(Names.of(effect), () -> effects.run(effect, effectId, view));
        }
    }

    private void giveBack(PartyInput input) {
        if (input instanceof PartyInput.Asked(var who, var wish, _)) {
            Note why = uncertain ? new Note.NotSaved() : new Note.Failed(Problem.INTERNAL, "");
            wishes.answer(who, wish, new Outcome.Refused(why));
        } else if (uncertain && !Inbox.mayBeLost(input) && waiting.size() < Inbox.RESERVED) {
            waiting.add(input);
        }
    }

    /** The one place that catches; of faults in a row only the first is logged, and here. */
    private boolean safely(String what, Runnable step) {
        try {
            step.run();
            failing = false;
            return true;
        } catch (RuntimeException | Error fault) {
            counters.faults.increment();
            if (!failing && !(fault instanceof NotKept)) {
                LOG.error("{}: {} failed: {}", id.value(), what, FaultTrace.of(fault));
            }
            failing = true;
            return false;
        }
    }
}
