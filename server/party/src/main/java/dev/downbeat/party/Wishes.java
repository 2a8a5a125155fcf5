package dev.downbeat.party;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Each wish gets exactly one answer, most of them at once. */
final class Wishes {
    private Wishes() {}

    static void asked(Draft draft, SeatId who, WishId id, Wish wish) {
        if (isBeingGranted(draft.state(), who, id)) {
            return;
        }
        if (Rights.may(draft.state(), who, wish)) {
            granted(draft, who, id, wish);
        } else {
            draft.answer(who, id, voted(draft, who, wish));
        }
    }

    /** What somebody may not do at once, a listener may vote for. */
    private static Outcome voted(Draft draft, SeatId who, Wish wish) {
        Optional<Ballot> ballot = Votes.ballot(wish);
        if (ballot.isEmpty()) {
            return new Outcome.Refused(
                    Rights.needed(wish) == Rights.Role.DJ
                            ? new Note.OnlyHostOrDj()
                            : new Note.OnlyHost());
        }
        return draft.state().audience().hears(who)
                ? Votes.cast(draft, who, ballot.get())
                : new Outcome.Refused(new Note.OnlyListeners());
    }

    private static void granted(Draft draft, SeatId who, WishId id, Wish wish) {
        switch (wish) {
            case Wish.Play play -> QueueActs.play(draft, who, id, play.what());
            case Wish.Pause _ -> draft.answer(who, id, Acts.pause(draft, who));
            case Wish.Resume _ -> draft.answer(who, id, Acts.resume(draft));
            case Wish.Seek seek -> draft.answer(who, id, Acts.seek(draft, seek.to()));
            case Wish.SeekBy seek -> draft.answer(who, id, Acts.seekBy(draft, seek.by()));
            case Wish.Skip _ -> draft.answer(who, id, Acts.skip(draft));
            case Wish.Previous _ -> draft.answer(who, id, Acts.previous(draft));
            case Wish.Stop _ -> draft.answer(who, id, Acts.stop(draft));
            case Wish.Remove remove ->
                    draft.answer(who, id, QueueActs.remove(draft, who, remove.item()));
            case Wish.Move move ->
                    draft.answer(who, id, QueueActs.move(draft, who, move.item(), move.index()));
            case Wish.Clear _ -> draft.answer(who, id, QueueActs.clear(draft, who, _ -> true));
            case Wish.ClearOf(SeatId of) ->
                    draft.answer(who, id, QueueActs.clearOf(draft, who, of));
            case Wish.Shuffle shuffle ->
                    draft.answer(who, id, QueueActs.shuffle(draft, who, shuffle.seed()));
            case Wish.Undo _ -> draft.answer(who, id, Changes.undo(draft, who));
            case Wish.SetMode set -> draft.answer(who, id, setMode(draft, set.mode()));
            case Wish.Attach attach -> draft.answer(who, id, attach(draft, attach.place()));
            case Wish.Detach detach -> draft.answer(who, id, detach(draft, detach.place()));
            case Wish.Silence silence -> draft.answer(who, id, silence(draft, silence.place()));
            case Wish.Grant grant -> draft.answer(who, id, grant(draft, grant));
            case Wish.Withdraw withdraw -> draft.answer(who, id, withdraw(draft, withdraw.who()));
            case Wish.End _ -> end(draft, who, id);
        }
    }

    /** A repeat while the sources still look is answered by the one final answer. */
    private static boolean isBeingGranted(PartyState state, SeatId who, WishId id) {
        return state.asking().open().stream()
                .anyMatch(question ->
                        question.who().equals(who)
                                && question.purpose() instanceof Question.Purpose.Grant(WishId wish)
                                && wish.equals(id));
    }

    private static Outcome setMode(Draft draft, Mode mode) {
        if (draft.state().terms().mode() == mode) {
            return new Outcome.Refused(new Note.AlreadySo(already(mode)));
        }
        Following.forget(draft);
        draft.record(new PartyEvent.ModeChanged(mode));
        if (draft.state().queueLeads() && Timelines.isSilent(draft.timeline())) {
            Turns.next(draft);
        }
        return new Outcome.Done(new Note.ModeSet(mode));
    }

    private static Note.AlreadySo.What already(Mode mode) {
        return switch (mode) {
            case FOLLOW -> Note.AlreadySo.What.FOLLOWING;
            case QUEUE -> Note.AlreadySo.What.QUEUEING;
        };
    }

    private static Outcome grant(Draft draft, Wish.Grant grant) {
        PartyState state = draft.state();
        if (Rights.isAtLeast(Rights.of(state, grant.who()), Rights.Role.HOST)) {
            return new Outcome.Refused(new Note.AlreadySo(Note.AlreadySo.What.DJ));
        }
        Crew others = state.crew().without(grant.who());
        if (others.djs().size() >= Limits.DJS) {
            return new Outcome.Refused(new Note.TooManyDjs(Limits.DJS));
        }
        Instant until =
                grant.lasts().isPositive()
                        ? draft.now().plus(Limits.clamped(grant.lasts()))
                        : Crew.FOR_EVER;
        draft.record(new PartyEvent.DjAdded(new Crew.Dj(grant.who(), until)));
        return new Outcome.Done(new Note.DjAdded(grant.who()));
    }

    private static Outcome withdraw(Draft draft, SeatId who) {
        if (!draft.state().crew().isDj(who)) {
            return new Outcome.Refused(new Note.AlreadySo(Note.AlreadySo.What.NO_DJ));
        }
        draft.record(new PartyEvent.DjRemoved(who));
        return new Outcome.Done(new Note.DjRemoved(who));
    }

    private static Outcome attach(Draft draft, Place place) {
        Set<Place> places = draft.state().places();
        if (places.size() >= Limits.PLACES) {
            return new Outcome.Refused(new Note.Busy());
        }
        if (!places.contains(place)) {
            draft.record(new PartyEvent.PlaceAttached(place));
        }
        return new Outcome.Done(new Note.PlaceChanged());
    }

    private static Outcome detach(Draft draft, Place place) {
        if (draft.state().places().contains(place)) {
            draft.record(new PartyEvent.PlaceDetached(place));
        }
        return new Outcome.Done(new Note.PlaceChanged());
    }

    private static Outcome silence(Draft draft, Place place) {
        if (!draft.state().places().contains(place)) {
            return new Outcome.Refused(new Note.AlreadySo(Note.AlreadySo.What.SILENT));
        }
        draft.record(new PartyEvent.PlaceDetached(place));
        Acts.silence(draft);
        return new Outcome.Done(new Note.PlaceChanged());
    }

    private static void end(Draft draft, SeatId who, WishId id) {
        Questions.close(draft);
        Turns.silence(draft);
        draft.record(new PartyEvent.PartyEnded());
        draft.answer(who, id, new Outcome.Done(new Note.PartyEnded()));
        draft.want(new PartyEffect.Close());
    }
}
