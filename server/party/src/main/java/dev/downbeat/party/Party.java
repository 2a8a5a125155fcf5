package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** One party: takes inputs one at a time and decides. Confined to one thread. */
public final class Party {
    /** How long the outcome of a wish is kept for repeats. */
    public static final Duration WISH_MEMORY = Duration.ofMinutes(10);

    private final WishMemory wishes = new WishMemory();
    private PartyState state;

    /** When this process took the party over: absence before that is nobody's fault. */
    private Instant resumedAt = Readings.NEVER;

    private Party(PartyState state) {
        this.state = state;
    }

    /** What a party starts as: the first event of its log. */
    public static PartyEvent start(PartyId id, String name, SeatId host, Mode mode, Instant now) {
        return new PartyEvent.Started(id, name, host, mode, now);
    }

    /**
     * The party that follows from its log.
     *
     * @throws IllegalArgumentException when the log begins with neither a start nor a snapshot
     */
    public static Party from(Iterable<PartyEvent> events) {
        Iterator<PartyEvent> log = events.iterator();
        if (!log.hasNext()) {
            throw new IllegalArgumentException("a party's log must not be empty");
        }
        Party party = begun(log.next());
        log.forEachRemaining(party::apply);
        return party;
    }

    private static Party begun(PartyEvent first) {
        if (first instanceof PartyEvent.Started started) {
            return new Party(PartyState.of(started));
        }
        if (first instanceof PartyEvent.Restored restored) {
            Party party = new Party(restored.state());
            party.apply(restored);
            return party;
        }
        throw new IllegalArgumentException(
                "a party's log begins with Started or Restored, not with "
                        + first.getClass().getSimpleName());
    }

    /** Events from which {@link #from} makes this party again, the remembered wishes included. */
    public List<PartyEvent> snapshot() {
        return List.of(new PartyEvent.Restored(state, wishes.all()));
    }

    /** How many things {@link #snapshot()} tells of, each about as long as one event. */
    public int snapshotSize() {
        PartyState.Waiting waiting = state.waiting();
        int undoable = waiting.changes().stream().mapToInt(it -> it.what().weight()).sum();
        return waiting.items().size() + undoable + state.sound().played().size() + wishes.size();
    }

    /** Never blocks, never throws for an expected reason, changes nothing. */
    public Decision decide(PartyInput input, Instant now) {
        if (input instanceof PartyInput.Asked asked) {
            return wishes.find(asked.who(), asked.id(), now)
                    .map(known -> repeated(asked, known.outcome()))
                    .orElseGet(() -> asked(asked, now));
        }
        return state.terms().ended() ? Decision.NOTHING : happened(input, now);
    }

    private static Decision repeated(PartyInput.Asked asked, Outcome outcome) {
        return new Decision(
                List.of(), List.of(new PartyEffect.Answer(asked.who(), asked.id(), outcome)));
    }

    private Decision asked(PartyInput.Asked asked, Instant now) {
        if (state.terms().ended()) {
            return repeated(asked, new Outcome.Refused(new Note.PartyEnded()));
        }
        Draft draft = new Draft(state, now);
        Wishes.asked(draft, asked.who(), asked.id(), asked.wish());
        return draft.decision();
    }

    private Decision happened(PartyInput input, Instant now) {
        Draft draft = new Draft(state, now);
        switch (input) {
            case PartyInput.Asked asked ->
                    Wishes.asked(draft, asked.who(), asked.id(), asked.wish());
            case PartyInput.Reported reported -> {
                if (Presence.isHost(draft, reported.who())) {
                    Presence.alive(draft);
                    Following.reported(draft, reported.what());
                    PlaysOn.look(draft);
                }
            }
            case PartyInput.Alive alive -> {
                if (Presence.isHost(draft, alive.who())) {
                    Presence.alive(draft);
                }
            }
            case PartyInput.Lends lends -> {
                if (Presence.isHost(draft, lends.who())) {
                    Following.askAgain(draft);
                }
            }
            case PartyInput.Hears hears -> Hearing.heard(draft, hears);
            case PartyInput.Gone gone -> Presence.gone(draft, gone);
            case PartyInput.Resolved resolved ->
                    Questions.resolved(draft, resolved.id(), resolved.answer());
            case PartyInput.Awaited awaited -> Questions.awaited(draft, awaited);
            case PartyInput.Sounding sounding -> Turns.sounding(draft, sounding);
            case PartyInput.Ended ended -> Turns.ended(draft, ended);
            case PartyInput.TimePassed _ -> {}
        }
        new Deadlines(resumedAt).passed(draft);
        return draft.decision();
    }

    /** The only way state changes. */
    public void apply(PartyEvent event) {
        state = Evolution.after(state, event);
        if (event instanceof PartyEvent.WishAnswered(var who, var id, var outcome, var at)) {
            wishes.remember(new RememberedWish(who, id, outcome, at));
        } else if (event instanceof PartyEvent.WishRefused(var who, var id, var outcome, var at)) {
            wishes.remember(new RememberedWish(who, id, outcome, at));
        } else if (event instanceof PartyEvent.Restored restored) {
            wishes.replace(restored.wishes());
        }
    }

    /**
     * What the state still owes after a restart. The music went on meanwhile; the companion gets
     * its full patience anew from {@code now} on. Call once, before the first input.
     */
    public List<PartyEffect> resume(Instant now) {
        if (state.terms().ended()) {
            return List.of();
        }
        resumedAt = now;
        Stream<PartyEffect> questions =
                state.asking().open().stream()
                        .map(question ->
                                new PartyEffect.Resolve(
                                        question.id(), question.what(), question.who()));
        List<PartyEffect> owed = new ArrayList<>(questions.toList());
        resumedSound(now).forEach(owed::add);
        Turns.upcoming(state).map(PartyEffect.Prepare::new).ifPresent(owed::add);
        return List.copyOf(owed);
    }

    private Stream<PartyEffect> resumedSound(Instant now) {
        Instant at = now.plus(Turns.SOON);
        return switch (state.sound().timeline()) {
            case Timeline.Silent _ -> Stream.of();
            case Timeline.Paused paused -> Stream.of(new PartyEffect.Prepare(paused.track()));
            case Timeline.Buffering buffering ->
                    Stream.of(
                            new PartyEffect.Play(
                                    buffering.id(), buffering.track(), buffering.position(), at));
            case Timeline.Playing playing -> {
                Duration from = Timelines.positionAt(playing, at);
                yield Timelines.isBeyond(from, playing.track())
                        ? Stream.of()
                        : Stream.of(new PartyEffect.Play(playing.id(), playing.track(), from, at));
            }
        };
    }

    /** When {@link PartyInput.TimePassed} is due at the latest; {@link Instant#MAX} for never. */
    public Instant wakeAt() {
        return state.terms().ended() ? Instant.MAX : new Deadlines(resumedAt).next(state);
    }

    /** Cheap: the lists in it are shared with the party. */
    public PartyView view() {
        return state.view();
    }
}
