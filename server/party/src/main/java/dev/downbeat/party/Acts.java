package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What people do to what is heard: at once on the timeline, and on the host's player if it leads.
 */
final class Acts {
    private Acts() {}

    private static Outcome nothingPlays(Draft draft) {
        return new Outcome.Refused(
                draft.state().queueLeads()
                        ? new Note.NothingPlaying()
                        : new Note.NothingFromPlayer());
    }

    static Outcome pause(Draft draft, SeatId who) {
        return switch (draft.timeline()) {
            case Timeline.Silent _ -> nothingPlays(draft);
            case Timeline.Playing playing -> pause(draft, playing.track(), who);
            case Timeline.Buffering buffering -> pause(draft, buffering.track(), who);
            case Timeline.Paused paused -> takeOver(draft, paused, who);
        };
    }

    private static Outcome pause(Draft draft, Track track, SeatId who) {
        Duration position = Timelines.positionAt(draft.timeline(), draft.now());
        Turns.pause(draft, track, position, new PausedBy.Person(who));
        draft.command(new PlayerCommand.Pause(), new Expectation.Pauses());
        return new Outcome.Done(new Note.Paused(position));
    }

    /** From now on the player alone may not end this pause. */
    private static Outcome takeOver(Draft draft, Timeline.Paused paused, SeatId who) {
        if (draft.state().heldByPeople()) {
            return new Outcome.Refused(new Note.AlreadySo(Note.AlreadySo.What.PAUSED));
        }
        draft.record(
                new PartyEvent.PausedAt(
                        paused.id(), paused.track(), paused.position(), new PausedBy.Person(who)));
        return new Outcome.Done(new Note.Paused(paused.position()));
    }

    static Outcome resume(Draft draft) {
        return switch (draft.timeline()) {
            case Timeline.Playing _ ->
                    new Outcome.Refused(new Note.AlreadySo(Note.AlreadySo.What.PLAYING));
            case Timeline.Buffering _ ->
                    new Outcome.Refused(new Note.AlreadySo(Note.AlreadySo.What.STARTING));
            case Timeline.Silent _ -> start(draft);
            case Timeline.Paused paused -> resume(draft, paused);
        };
    }

    /** Out of silence: what the host's player holds, else the queue. */
    private static Outcome start(Draft draft) {
        return Aside.takeUp(draft)
                .<Outcome>map(from -> new Outcome.Done(new Note.Resumed(from)))
                .orElseGet(() -> startQueue(draft));
    }

    private static Outcome startQueue(Draft draft) {
        if (draft.state().waiting().items().isEmpty()) {
            return nothingPlays(draft);
        }
        if (!draft.state().queueLeads()) {
            if (draft.state().hostSeat().lead() instanceof Lead.Asked) {
                return new Outcome.Refused(new Note.Busy());
            }
            Aside.begin(draft);
        }
        Track track = draft.state().waiting().items().getFirst().track();
        Turns.next(draft);
        return new Outcome.Done(new Note.NowPlaying(track));
    }

    private static Outcome resume(Draft draft, Timeline.Paused paused) {
        if (draft.state().playerLeads() && isElsewhere(draft.state(), paused.track())) {
            Turns.silence(draft);
            return start(draft);
        }
        Duration from = playerPosition(draft, paused).orElseGet(paused::position);
        Turns.play(draft, paused.track(), from, draft.state().sound().by());
        draft.command(new PlayerCommand.Play(), new Expectation.Plays());
        return new Outcome.Done(new Note.Resumed(from));
    }

    /** While people held the pause, the player may have gone on in the same track. */
    private static Optional<Duration> playerPosition(Draft draft, Timeline.Paused paused) {
        PartyState.HostSeat seat = draft.state().hostSeat();
        Sighting last = seat.readings().last();
        boolean isThere =
                draft.state().playerLeads()
                        && seat.lead() instanceof Lead.Matched
                        && Identity.isOf(seat.lead(), last.track())
                        && Following.plays(last)
                        && last.positionKnown();
        if (!isThere) {
            return Optional.empty();
        }
        Duration there = Steering.playerPosition(draft, last, draft.now().plus(Turns.SOON));
        return Optional.of(Timelines.within(there, paused.track()));
    }

    /** While people held the pause, the player went on to something else. */
    private static boolean isElsewhere(PartyState state, Track track) {
        return switch (state.hostSeat().lead()) {
            case Lead.Nothing _ -> false;
            case Lead.Aside _ -> false;
            case Lead.Asked _ -> true;
            case Lead.Missing _ -> true;
            case Lead.Matched matched -> !matched.track().equals(track);
            case Lead.Finished _ -> true;
        };
    }

    static Outcome seekBy(Draft draft, Duration by) {
        Duration position = Timelines.positionAt(draft.timeline(), draft.now());
        return seek(draft, position.plus(Limits.clamped(by)));
    }

    static Outcome seek(Draft draft, Duration wanted) {
        Duration to = wanted.isNegative() ? Duration.ZERO : Limits.clamped(wanted);
        return Timelines.track(draft.timeline())
                .map(track -> seek(draft, track, to))
                .orElseGet(() -> nothingPlays(draft));
    }

    private static Outcome seek(Draft draft, Track track, Duration to) {
        if (Timelines.isBeyond(to, track)) {
            return new Outcome.Refused(new Note.BeyondTrack(track.duration()));
        }
        if (draft.timeline() instanceof Timeline.Paused paused) {
            draft.record(new PartyEvent.PausedAt(paused.id(), track, to, paused.by()));
        } else {
            Turns.play(draft, track, to, draft.state().sound().by());
        }
        Instant at = draft.now().plus(Turns.SOON);
        draft.command(new PlayerCommand.Seek(to), new Expectation.IsAt(to, at));
        return new Outcome.Done(new Note.Sought(to));
    }

    static Outcome skip(Draft draft) {
        if (draft.state().playerLeads()) {
            return turn(draft, new PlayerCommand.Next(), new Note.Skipped());
        }
        boolean isEmpty =
                Timelines.isSilent(draft.timeline())
                        && (!draft.state().queueLeads()
                                || draft.state().waiting().items().isEmpty());
        if (isEmpty) {
            return nothingPlays(draft);
        }
        Turns.skip(draft);
        boolean wasLast =
                Timelines.isSilent(draft.timeline()) && draft.state().waiting().items().isEmpty();
        return new Outcome.Done(wasLast ? new Note.SkippedLast() : new Note.Skipped());
    }

    static Outcome previous(Draft draft) {
        if (draft.state().playerLeads()) {
            return turn(draft, new PlayerCommand.Previous(), new Note.WentBack());
        }
        if (draft.state().sound().played().isEmpty()) {
            return Timelines.isSilent(draft.timeline())
                    ? nothingPlays(draft)
                    : new Outcome.Refused(new Note.NothingToGoBackTo());
        }
        Track back = draft.state().sound().played().getLast();
        SeatId by = draft.state().sound().by();
        Timelines.track(draft.timeline()).ifPresent(track -> QueueActs.put(draft, track, by, 0));
        draft.record(new PartyEvent.HistoryTaken());
        // Nobody remembers who asked for it; who went back did not.
        Turns.playOwn(draft, back, draft.host());
        return new Outcome.Done(new Note.WentBack());
    }

    /** The player is told to turn to another track, and it is silent until it shows which. */
    private static Outcome turn(Draft draft, PlayerCommand command, Note done) {
        Lead lead = draft.state().hostSeat().lead();
        if (lead instanceof Lead.Nothing && Timelines.isSilent(draft.timeline())) {
            return nothingPlays(draft);
        }
        TrackRequest.Seen left = draft.state().hostSeat().readings().last().track();
        Duration position = Timelines.positionAt(draft.timeline(), draft.now());
        if (!Timelines.isSilent(draft.timeline())) {
            Turns.silence(draft);
        }
        draft.command(command, new Expectation.LeavesTrack(left, position));
        return new Outcome.Done(done);
    }

    static Outcome stop(Draft draft) {
        if (Timelines.isSilent(draft.timeline())) {
            return nothingPlays(draft);
        }
        Turns.silence(draft);
        draft.command(new PlayerCommand.Pause(), new Expectation.Pauses());
        return new Outcome.Done(new Note.Stopped());
    }

    /** The voice was taken away: a pause for everyone that only a person ends. */
    static void silence(Draft draft) {
        PausedBy removal = new PausedBy.Removal();
        switch (draft.timeline()) {
            case Timeline.Silent _ -> {}
            case Timeline.Playing playing ->
                    Turns.pause(
                            draft,
                            playing.track(),
                            Timelines.positionAt(playing, draft.now()),
                            removal);
            case Timeline.Buffering buffering ->
                    Turns.pause(draft, buffering.track(), buffering.position(), removal);
            case Timeline.Paused paused -> {
                if (paused.by().mayPlayerEnd()) {
                    draft.record(
                            new PartyEvent.PausedAt(
                                    paused.id(), paused.track(), paused.position(), removal));
                }
            }
        }
    }
}
