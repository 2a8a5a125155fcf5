package dev.downbeat.engine.parties;

import dev.downbeat.party.Note;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.Party;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Runs one party: one inbox, one virtual thread. Any thread may call; no call waits. */
public final class PartyHost {
    private final PartyId id;
    private final Inbox inbox;
    private final OpenWishes wishes = new OpenWishes();
    private final Counters counters;
    private final Thread thread;
    private volatile PartyView view;

    /**
     * @param over told once, on the party's thread, when the party ended or was stopped
     */
    PartyHost(
            Party party,
            long next,
            Surroundings around,
            Resolver resolver,
            Broadcast broadcast,
            Counters counters,
            Consumer<PartyHost> over) {
        this.view = party.view();
        this.id = view.id();
        this.counters = counters;
        this.inbox = new Inbox(counters);
        EffectRunner effects = new EffectRunner(around, resolver, inbox, wishes);
        Consumer<PartyView> shown =
                newest -> {
                    view = newest;
                    broadcast.publish(newest);
                };
        PartyLoop loop =
                new PartyLoop(party, next, around, inbox, wishes, effects, counters, shown);
        this.thread =
                Thread.ofVirtual()
                        .name("party-" + id.value())
                        .unstarted(() -> {
                            loop.run();
                            over.accept(this);
                        });
    }

    public PartyId id() {
        return id;
    }

    public PartyView view() {
        return view;
    }

    /** The final answer, after it is durable; a full inbox answers {@code Note.Busy}. */
    public CompletionStage<Outcome> ask(SeatId who, WishId wish, Wish what) {
        OpenWishes.Place place = wishes.await(who, wish);
        CompletableFuture<Outcome> answer = place.answer();
        boolean isRefusedAtOnce = !place.first() && answer.isDone();
        if (place.first() || isRefusedAtOnce) {
            answer = answer.thenApply(this::counted);
        }
        if (place.first() && !inbox.offer(new PartyInput.Asked(who, wish, what))) {
            wishes.answer(who, wish, refusal());
        }
        return answer.minimalCompletionStage();
    }

    private Outcome counted(Outcome outcome) {
        if (outcome instanceof Outcome.Refused) {
            counters.refused.increment();
        }
        return outcome;
    }

    /**
     * Reports, signs of life and answers. A waiting report of the same seat is replaced; reports
     * find no place in a full inbox and are dropped; an answer waits for its place elsewhere.
     */
    public void offer(PartyInput input) {
        if (inbox.offer(input)) {
            return;
        }
        if (Inbox.mayBeLost(input)) {
            counters.dropped.increment();
        } else {
            Thread.startVirtualThread(() -> putInto(inbox, input));
        }
    }

    void start() {
        thread.start();
    }

    /** Lets the thread end, not the party. */
    void stop() {
        inbox.close();
    }

    /** False when the thread has not ended in time. */
    boolean awaitStop(Duration patience) throws InterruptedException {
        return thread.join(patience);
    }

    private Outcome refusal() {
        return new Outcome.Refused(view.ended() ? new Note.PartyEnded() : new Note.Busy());
    }

    private static void putInto(Inbox inbox, PartyInput input) {
        try {
            inbox.put(input);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
