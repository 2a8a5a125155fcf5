package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a person's resume out of silence does in follow mode. */
final class Aside {
    private Aside() {}

    /** The queue that a person started goes on until the player plays what could be heard. */
    static boolean lasts(Lead lead, Sighting what) {
        return lead instanceof Lead.Aside aside
                && (!Following.plays(what)
                        || (aside.missing() && Identity.same(aside.what(), what.track())));
    }

    /** The queue leads until the player plays. */
    static void begin(Draft draft) {
        PartyState.HostSeat seat = draft.state().hostSeat();
        Questions.dropFollowed(draft);
        draft.record(
                new PartyEvent.LeadChanged(
                        new Lead.Aside(
                                seat.readings().last().track(),
                                seat.lead() instanceof Lead.Missing)));
    }

    /**
     * A person wants to hear the track that the player holds, paused or not.
     *
     * @return from where; empty when it holds none that can be heard, or is at its end
     */
    static Optional<Duration> takeUp(Draft draft) {
        PartyState.HostSeat seat = draft.state().hostSeat();
        Sighting last = seat.readings().last();
        if (!draft.state().playerLeads()
                || !(seat.lead() instanceof Lead.Matched lead)
                || last.status() == Sighting.Status.STOPPED) {
            return Optional.empty();
        }
        Instant soon = draft.now().plus(Turns.SOON);
        Duration at =
                Following.plays(last)
                        ? Steering.playerPosition(draft, last, soon)
                        : last.position();
        if (Timelines.isBeyond(at, lead.track())) {
            return Optional.empty();
        }
        Duration from = Timelines.within(at, lead.track());
        Turns.play(draft, lead.track(), from, draft.host());
        draft.command(new PlayerCommand.Play(), new Expectation.Plays());
        return Optional.of(from);
    }
}
