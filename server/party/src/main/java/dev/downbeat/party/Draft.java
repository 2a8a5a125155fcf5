package dev.downbeat.party;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A decision being made: what has been decided so far, and the state that would follow. The party
 * itself does not change meanwhile.
 */
final class Draft {
    private final PartyState before;
    private final List<PartyEvent> events = new ArrayList<>();
    private final List<PartyEffect> effects = new ArrayList<>();
    private final Instant now;
    private PartyState state;

    Draft(PartyState before, Instant now) {
        this.before = before;
        this.state = before;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    PartyState state() {
        return state;
    }

    Timeline timeline() {
        return state.sound().timeline();
    }

    SeatId host() {
        return state.terms().host();
    }

    void record(PartyEvent event) {
        state = Evolution.after(state, event);
        events.add(event);
    }

    void want(PartyEffect effect) {
        effects.add(effect);
    }

    /** A generation nobody has had. */
    PlaybackId nextPlayback() {
        return new PlaybackId(state.sound().last().value() + 1);
    }

    void answer(SeatId who, WishId id, Outcome decided) {
        Outcome outcome = InSilence.told(before, decided);
        record(
                switch (outcome) {
                    case Outcome.Done _ -> new PartyEvent.WishAnswered(who, id, outcome, now);
                    case Outcome.Refused _ -> new PartyEvent.WishRefused(who, id, outcome, now);
                });
        want(new PartyEffect.Answer(who, id, outcome));
    }

    /** Commands the host's player, where it leads; its reports are heard again once it obeyed. */
    void command(PlayerCommand command, Expectation expects) {
        if (state.playerLeads()) {
            record(new PartyEvent.Commanded(expects, now, now.plus(Following.OBEDIENCE)));
            want(new PartyEffect.Command(host(), command));
        }
    }

    Decision decision() {
        Optional<Track> next = Turns.upcoming(state);
        if (next.isPresent() && !next.equals(Turns.upcoming(before))) {
            want(new PartyEffect.Prepare(next.get()));
        }
        return new Decision(events, effects);
    }
}
