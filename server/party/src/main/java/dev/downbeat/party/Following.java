package dev.downbeat.party;

import dev.downbeat.party.Readings.Use;

import java.time.Duration;
import java.time.Instant;

/** Follow mode: the host's player leads, by what it plays and by where it is. */
final class Following {
    /** The first readings of a play are wrong more often than not. */
    static final Duration UNSTEADY = Duration.ofSeconds(1);

    /** How long the player has to do what it was told before it leads again. */
    static final Duration OBEDIENCE = Duration.ofSeconds(2);

    /** Players say stopped between two tracks. */
    static final Duration SETTLED = Duration.ofSeconds(1).plusMillis(500);

    /** Readings that arrive out of order or late by more than this say nothing about now. */
    private static final Duration STALE = Duration.ofSeconds(10);

    private static final Duration FUTURE = Duration.ofSeconds(2);

    /** A track heard out is played again when its player is this far from its end. */
    private static final Duration FROM_THE_END = Duration.ofSeconds(3);

    private static final double RATE_TOLERANCE = 0.03;

    private Following() {}

    static void reported(Draft draft, Sighting what) {
        PartyState.HostSeat seat = draft.state().hostSeat();
        if (draft.state().terms().mode() != Mode.FOLLOW || !isNews(seat.readings(), what, draft)) {
            return;
        }
        if (draft.now().isBefore(seat.mutedUntil())) {
            if (!Obedience.isMet(seat, what)) {
                draft.record(new PartyEvent.Sighted(what, Use.PENDING, draft.now()));
                return;
            }
            draft.record(new PartyEvent.PlayerAgreed());
        }
        follow(draft, what);
    }

    private static boolean isNews(Readings readings, Sighting what, Draft draft) {
        boolean names = !what.track().title().isBlank() || what.status() == Sighting.Status.STOPPED;
        return names
                && Limits.clamped(what.position()).equals(what.position())
                && what.at().isAfter(readings.last().at())
                && what.at().isAfter(draft.now().minus(STALE))
                && what.at().isBefore(draft.now().plus(FUTURE));
    }

    /** The player may lead again: what it said meanwhile counts now. */
    static void catchUp(Draft draft) {
        follow(draft, draft.state().hostSeat().readings().last());
    }

    private static void follow(Draft draft, Sighting what) {
        Lead lead = draft.state().hostSeat().lead();
        if (what.status() == Sighting.Status.STOPPED || Aside.lasts(lead, what)) {
            note(draft, what);
        } else if (!Identity.isOf(lead, what.track())) {
            note(draft, what);
            turnTo(draft, what.track());
        } else {
            switch (lead) {
                case Lead.Nothing _ -> note(draft, what);
                case Lead.Aside _ -> {
                    note(draft, what);
                    turnTo(draft, what.track());
                }
                case Lead.Asked _ -> note(draft, what);
                case Lead.Missing _ -> note(draft, what);
                case Lead.Matched matched -> matched(draft, matched, what);
                case Lead.Finished finished -> heardOut(draft, finished, what);
            }
        }
    }

    static void note(Draft draft, Sighting what) {
        draft.record(new PartyEvent.Sighted(what, Use.NOTED, draft.now()));
    }

    /** The player plays something new: silence until a source has it, unless people paused. */
    private static void turnTo(Draft draft, TrackRequest.Seen track) {
        Questions.dropFollowed(draft);
        if (!draft.state().heldByPeople() && !Timelines.isSilent(draft.timeline())) {
            Turns.silence(draft);
        }
        ResolveId id = Questions.ask(draft, track, draft.host(), new Question.Purpose.Follow());
        draft.record(new PartyEvent.LeadChanged(new Lead.Asked(track, id)));
    }

    /** What no source had may be found now; what could not be played would fail again. */
    static void askAgain(Draft draft) {
        PartyState state = draft.state();
        if (state.terms().mode() == Mode.FOLLOW
                && state.hostSeat().lead() instanceof Lead.Missing(var what)
                && state.asking().search() instanceof Search.NotFound) {
            turnTo(draft, what);
        }
    }

    private static void matched(Draft draft, Lead.Matched lead, Sighting what) {
        switch (draft.timeline()) {
            case Timeline.Silent _ -> {
                note(draft, what);
                if (plays(what)) {
                    join(draft, lead, what);
                }
            }
            case Timeline.Playing playing -> steer(draft, playing, what);
            case Timeline.Buffering buffering -> {
                note(draft, what);
                if (!plays(what)) {
                    Turns.pause(draft, buffering.track(), pausedPosition(draft, what), by(what));
                }
            }
            case Timeline.Paused paused -> paused(draft, lead, paused, what);
        }
    }

    private static void steer(Draft draft, Timeline.Playing playing, Sighting what) {
        if (!plays(what)) {
            note(draft, what);
            Turns.pause(draft, playing.track(), pausedPosition(draft, what), by(what));
        } else if (what.positionKnown()) {
            Steering.sampled(draft, playing, what);
        } else {
            note(draft, what);
        }
    }

    private static void paused(
            Draft draft, Lead.Matched lead, Timeline.Paused paused, Sighting what) {
        note(draft, what);
        if (plays(what)) {
            if (paused.by().mayPlayerEnd()) {
                join(draft, lead, what);
            }
        } else if (paused.track().equals(lead.track())) {
            staysPaused(draft, paused, what);
        }
    }

    /** The pause goes where the player is, and says what holds it now. */
    private static void staysPaused(Draft draft, Timeline.Paused paused, Sighting what) {
        Duration position =
                what.positionKnown()
                        ? Timelines.within(what.position(), paused.track())
                        : paused.position();
        PausedBy by = paused.by().mayPlayerEnd() ? by(what) : paused.by();
        Duration off = position.minus(paused.position()).abs();
        if (off.toNanos() / 1_000 > DeadBand.SMALLEST_MICROS || !by.equals(paused.by())) {
            draft.record(new PartyEvent.PausedAt(paused.id(), paused.track(), position, by));
        }
    }

    private static PausedBy by(Sighting what) {
        return what.status() == Sighting.Status.PLAYING
                ? new PausedBy.Speed()
                : new PausedBy.Player();
    }

    /** Sounds the lead's track where the player is; nothing when the track is over there. */
    static void join(Draft draft, Lead.Matched lead, Sighting what) {
        Duration from = Steering.playerPosition(draft, what, draft.now().plus(Turns.SOON));
        if (Timelines.isBeyond(from, lead.track())) {
            draft.record(new PartyEvent.LeadChanged(new Lead.Finished(lead.what(), lead.track())));
            if (!Timelines.isSilent(draft.timeline())) {
                Turns.silence(draft);
            }
        } else {
            Turns.play(draft, lead.track(), Timelines.within(from, lead.track()), draft.host());
        }
    }

    private static void heardOut(Draft draft, Lead.Finished lead, Sighting what) {
        note(draft, what);
        boolean startsAgain =
                what.positionKnown()
                        && what.position().plus(FROM_THE_END).compareTo(lead.track().duration())
                                < 0;
        if (plays(what) && startsAgain && Timelines.isSilent(draft.timeline())) {
            Lead.Matched again = new Lead.Matched(lead.what(), lead.track());
            draft.record(new PartyEvent.LeadChanged(again));
            join(draft, again, what);
        }
    }

    /** The sources answered what the player's track is. */
    static void resolved(Draft draft, Resolution answer) {
        if (!(draft.state().hostSeat().lead() instanceof Lead.Asked asked)) {
            return;
        }
        switch (answer) {
            case Resolution.Found found -> found(draft, asked, found.track());
            case Resolution.NotFound _ ->
                    draft.record(new PartyEvent.LeadChanged(new Lead.Missing(asked.what())));
            case Resolution.Several _ ->
                    draft.record(new PartyEvent.LeadChanged(new Lead.Missing(asked.what())));
            case Resolution.Failed _ ->
                    draft.record(new PartyEvent.LeadChanged(new Lead.Missing(asked.what())));
        }
    }

    private static void found(Draft draft, Lead.Asked asked, Track track) {
        if (draft.state().autopilot() && !Timelines.isSilent(draft.timeline())) {
            forget(draft);
            return;
        }
        Lead.Matched lead = new Lead.Matched(asked.what(), track);
        draft.record(new PartyEvent.LeadChanged(lead));
        Sighting last = draft.state().hostSeat().readings().last();
        if (draft.timeline() instanceof Timeline.Paused paused) {
            hold(draft, track, last, paused.by());
        } else if (isLeaving(draft)) {
            return;
        } else if (plays(last)) {
            join(draft, lead, last);
        } else if (last.status() != Sighting.Status.STOPPED) {
            hold(draft, track, last, by(last));
        }
    }

    /** The player was told to turn away from this track just now. */
    private static boolean isLeaving(Draft draft) {
        PartyState.HostSeat seat = draft.state().hostSeat();
        return seat.expectation() instanceof Expectation.LeavesTrack
                && draft.now().isBefore(seat.mutedUntil());
    }

    /** Ready where the player is, but paused. */
    private static void hold(Draft draft, Track track, Sighting last, PausedBy by) {
        Duration position = last.positionKnown() ? last.position() : Duration.ZERO;
        draft.record(
                new PartyEvent.PausedAt(
                        draft.nextPlayback(), track, Timelines.within(position, track), by));
        draft.want(new PartyEffect.Prepare(track));
    }

    /** Whether the player has said stopped for long enough to mean it. */
    static Instant stopsAt(PartyState state) {
        Instant since = state.hostSeat().readings().stoppedAt();
        boolean counts =
                state.playerLeads()
                        && !since.equals(Readings.NEVER)
                        && !(state.hostSeat().lead() instanceof Lead.Nothing);
        return counts ? since.plus(SETTLED) : Instant.MAX;
    }

    static void stopped(Draft draft) {
        forget(draft);
        if (!draft.state().heldByPeople() && !Timelines.isSilent(draft.timeline())) {
            Turns.silence(draft);
        }
    }

    /** When a waiting reading is due; {@link Instant#MAX} when none waits. */
    static Instant catchesUpAt(PartyState state) {
        boolean waits = state.playerLeads() && state.hostSeat().readings().pending();
        return waits ? state.hostSeat().mutedUntil() : Instant.MAX;
    }

    /** What the player plays next is new, whatever it is. */
    static void forget(Draft draft) {
        Questions.dropFollowed(draft);
        draft.record(new PartyEvent.LeadChanged(new Lead.Nothing()));
    }

    static void finished(Draft draft) {
        if (draft.state().hostSeat().lead() instanceof Lead.Matched lead) {
            draft.record(new PartyEvent.LeadChanged(new Lead.Finished(lead.what(), lead.track())));
        }
    }

    static boolean plays(Sighting what) {
        return what.status() == Sighting.Status.PLAYING
                && Math.abs(what.rate() - 1) <= RATE_TOLERANCE;
    }

    private static Duration pausedPosition(Draft draft, Sighting what) {
        Duration position =
                what.positionKnown()
                        ? what.position()
                        : Timelines.positionAt(draft.timeline(), draft.now());
        return Timelines.track(draft.timeline())
                .map(track -> Timelines.within(position, track))
                .orElse(position);
    }
}
