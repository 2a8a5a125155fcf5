package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starting and ending what sounds, and whose turn is next. */
final class Turns {
    /** An act is heard this much later, so that every seat can do it at the same instant. */
    static final Duration SOON = Duration.ofMillis(60);

    static final int FAILURES_IN_A_ROW = 5;

    private Turns() {}

    /** The queued track that sounds after this one, worth making ready. */
    static Optional<Track> upcoming(PartyState state) {
        List<QueueItem> items = state.waiting().items();
        boolean isTurn = state.queueLeads() && !Timelines.isSilent(state.sound().timeline());
        return isTurn && !items.isEmpty()
                ? Optional.of(items.getFirst().track())
                : Optional.empty();
    }

    /** Sounds {@code track} from {@code from} on, soon. */
    static void play(Draft draft, Track track, Duration from, SeatId by) {
        PlaybackId id = draft.nextPlayback();
        Instant at = draft.now().plus(SOON);
        draft.record(
                draft.state().queueLeads()
                        ? new PartyEvent.BufferedFrom(id, track, from, at, by)
                        : new PartyEvent.PlayedFrom(id, track, from, at, by));
        draft.want(new PartyEffect.Play(id, track, from, at));
    }

    static void pause(Draft draft, Track track, Duration position, PausedBy by) {
        PlaybackId id = draft.nextPlayback();
        draft.record(new PartyEvent.PausedAt(id, track, position, by));
        draft.want(new PartyEffect.Stop(id));
    }

    /** Empties the timeline and stops its sound. */
    static void silence(Draft draft) {
        PlaybackId id = draft.nextPlayback();
        draft.record(new PartyEvent.Silenced(id));
        draft.want(new PartyEffect.Stop(id));
    }

    /** Empties the timeline; whatever comes next ends the sound. */
    private static void leave(Draft draft) {
        if (!Timelines.isSilent(draft.timeline())) {
            draft.record(new PartyEvent.Silenced(draft.nextPlayback()));
        }
    }

    /** Plays the head of the queue now, if there is one. */
    static void next(Draft draft) {
        List<QueueItem> items = draft.state().waiting().items();
        if (items.isEmpty()) {
            return;
        }
        QueueItem head = items.getFirst();
        leave(draft);
        draft.record(new PartyEvent.ItemRemoved(head.id()));
        playOwn(draft, head.track(), head.by());
    }

    /** Plays a track from its start that is not the one the player leads to. */
    static void playOwn(Draft draft, Track track, SeatId by) {
        Lead lead = draft.state().hostSeat().lead();
        if (!(lead instanceof Lead.Nothing || lead instanceof Lead.Aside)) {
            Following.forget(draft);
        }
        play(draft, track, Duration.ZERO, by);
    }

    /** On to the next track, or to silence. */
    static void skip(Draft draft) {
        if (draft.state().queueLeads() && !draft.state().waiting().items().isEmpty()) {
            next(draft);
        } else {
            silence(draft);
        }
    }

    static void sounding(Draft draft, PartyInput.Sounding input) {
        if (!Timelines.sounds(draft.timeline(), input.what())) {
            return;
        }
        boolean waits = draft.timeline() instanceof Timeline.Buffering;
        boolean isNews = waits || draft.state().sound().failures() > 0;
        if (waits || draft.state().queueLeads()) {
            reanchor(draft, input);
        } else if (isNews && draft.timeline() instanceof Timeline.Playing playing) {
            draft.record(
                    new PartyEvent.SoundStarted(playing.id(), playing.position(), playing.at()));
        }
    }

    /** The frames say where the timeline is; words about instants far from now are not believed. */
    private static void reanchor(Draft draft, PartyInput.Sounding input) {
        Duration away = Duration.between(draft.now(), input.at()).abs();
        boolean isSane =
                away.compareTo(Duration.ofMinutes(1)) < 0 && Limits.isPosition(input.position());
        draft.record(
                isSane
                        ? new PartyEvent.SoundStarted(input.what(), input.position(), input.at())
                        : new PartyEvent.SoundStarted(
                                input.what(),
                                Timelines.positionAt(draft.timeline(), draft.now()),
                                draft.now()));
    }

    static void ended(Draft draft, PartyInput.Ended input) {
        if (!Timelines.sounds(draft.timeline(), input.what())) {
            return;
        }
        switch (input.why()) {
            case EndReason.Finished _ -> finished(draft);
            case EndReason.Replaced replaced -> replaced(draft, replaced.by());
            case EndReason.Gone gone ->
                    Timelines.track(draft.timeline())
                            .ifPresent(track -> gone(draft, track, gone.detail()));
            case EndReason.Failed failed ->
                    Timelines.track(draft.timeline())
                            .ifPresent(track -> failed(draft, track, failed));
        }
    }

    /** The copy goes on where the track is; whoever waits for its sound waits on. */
    private static void replaced(Draft draft, Track copy) {
        Duration from = Timelines.positionAt(draft.timeline(), draft.now().plus(SOON));
        if (draft.state().hostSeat().lead() instanceof Lead.Matched lead) {
            draft.record(new PartyEvent.LeadChanged(new Lead.Matched(lead.what(), copy)));
        }
        if (Timelines.isBeyond(from, copy)) {
            finished(draft);
        } else {
            play(draft, copy, Timelines.within(from, copy), draft.state().sound().by());
        }
    }

    /** Heard to its end. No stop follows: the last half second is still to be heard. */
    static void finished(Draft draft) {
        Following.finished(draft);
        leave(draft);
        if (draft.state().queueLeads()) {
            next(draft);
        }
    }

    /** The sound side did not say that the track ended, so nobody knows what it does. */
    static void overdue(Draft draft) {
        finished(draft);
        if (Timelines.isSilent(draft.timeline())) {
            draft.want(new PartyEffect.Stop(draft.state().sound().last()));
        }
    }

    /**
     * A followed track is asked for anew when the player next shows it, which is when its companion
     * is there; what goes again and again before it sounds has failed.
     */
    private static void gone(Draft draft, Track track, String detail) {
        var why = new EndReason.Failed(Problem.SOURCE_UNAVAILABLE, detail);
        PartyState state = draft.state();
        int inARow = state.sound().failures() + 1;
        boolean isFollowed =
                state.terms().mode() == Mode.FOLLOW
                        && state.hostSeat().lead() instanceof Lead.Matched;
        if (!isFollowed || inARow >= FAILURES_IN_A_ROW) {
            failed(draft, track, why);
            return;
        }
        Following.forget(draft);
        if (draft.state().queueLeads()) {
            failed(draft, track, why);
        } else {
            draft.record(new PartyEvent.TrackFailed(track, Problem.LENT_ANEW, detail));
            draft.record(new PartyEvent.PlaybackFailed(draft.state().sound().last(), inARow));
        }
    }

    private static void failed(Draft draft, Track track, EndReason.Failed why) {
        PlaybackId id = draft.state().sound().last();
        int inARow = draft.state().sound().failures() + 1;
        boolean givesUp = draft.state().queueLeads() && inARow >= FAILURES_IN_A_ROW;
        explain(draft, track, why);
        draft.record(new PartyEvent.PlaybackFailed(id, givesUp ? 0 : inARow));
        if (givesUp) {
            draft.want(new PartyEffect.Tell(draft.host(), new Note.GaveUp(inARow)));
        } else if (draft.state().queueLeads()) {
            next(draft);
        }
    }

    /** Everybody sees why nothing is heard. */
    private static void explain(Draft draft, Track track, EndReason.Failed why) {
        if (draft.state().hostSeat().lead() instanceof Lead.Matched lead) {
            draft.record(new PartyEvent.LeadFailed(lead.what(), why.problem(), why.detail()));
        } else {
            draft.record(new PartyEvent.TrackFailed(track, why.problem(), why.detail()));
        }
        draft.want(
                new PartyEffect.Tell(
                        draft.host(), new Note.Unplayable(track, why.problem(), why.detail())));
    }
}
