package dev.downbeat.party;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an event makes of a state: pure, and the only place that says so. */
final class Evolution {
    private Evolution() {}

    /** The next state; its revision is one higher exactly if someone can see the difference. */
    static PartyState after(PartyState state, PartyEvent event) {
        if (event instanceof PartyEvent.Restored restored) {
            return restored.state();
        }
        PartyState next = Polls.afterChange(state, changed(state, event));
        return next.looksLike(state) ? next : next.withRevision(state.revision() + 1);
    }

    private static PartyState changed(PartyState state, PartyEvent event) {
        return switch (event) {
            case PartyEvent.Started started -> PartyState.of(started);
            case PartyEvent.Restored restored -> restored.state();
            case PartyEvent.PartyEnded _ -> state.with(ended(state.terms()));
            case PartyEvent.ModeChanged changed -> state.with(mode(state.terms(), changed.mode()));
            case PartyEvent.PlaceAttached attached -> attached(state, attached.place());
            case PartyEvent.PlaceDetached detached -> detached(state, detached.place());
            case PartyEvent.AudienceChanged changed ->
                    state.with(Hearing.changed(state.audience(), changed));
            case PartyEvent.VoteCast cast -> state.with(Polls.cast(state.audience(), cast));
            case PartyEvent.VotesCounted counted ->
                    state.with(Polls.counted(state.audience(), counted));
            case PartyEvent.VoteClosed closed ->
                    state.with(Polls.closed(state.audience(), closed.what()));
            case PartyEvent.DjAdded added -> state.with(state.crew().with(added.dj()));
            case PartyEvent.DjRemoved removed -> state.with(state.crew().without(removed.who()));
            case PartyEvent.ItemQueued queued -> Queue.queued(state, queued);
            case PartyEvent.ItemRemoved removed -> Queue.removed(state, removed.item());
            case PartyEvent.ItemMoved moved -> Queue.moved(state, moved);
            case PartyEvent.ItemsRemoved removed -> Changes.removed(state, removed.items());
            case PartyEvent.ItemsPutBack back -> Changes.putBack(state, back.items());
            case PartyEvent.QueueReordered order -> Changes.reordered(state, order.order());
            case PartyEvent.QueueChanged changed -> Changes.remembered(state, changed.change());
            case PartyEvent.ChangeUndone undone -> Changes.forgotten(state, undone.number());
            case PartyEvent.QuestionOpened opened -> QuestionList.opened(state, opened.question());
            case PartyEvent.QuestionDelayed delayed -> QuestionList.delayed(state, delayed);
            case PartyEvent.QuestionClosed closed -> QuestionList.closed(state, closed);
            case PartyEvent.QuestionDropped dropped -> QuestionList.dropped(state, dropped.id());
            case PartyEvent.PlayedFrom played -> played(state, played);
            case PartyEvent.BufferedFrom buffered -> buffered(state, buffered);
            case PartyEvent.PausedAt paused -> paused(state, paused);
            case PartyEvent.Shifted shifted -> shifted(state, shifted);
            case PartyEvent.SoundStarted started -> sounding(state, started);
            case PartyEvent.Silenced silenced -> silenced(state, silenced.id());
            case PartyEvent.HistoryTaken _ -> History.withoutLast(state);
            case PartyEvent.PlaybackFailed failed -> failed(state, failed);
            case PartyEvent.TrackFailed failed -> QuestionList.showing(state, reason(failed));
            case PartyEvent.HostAppeared appeared -> HostChanges.appeared(state, appeared);
            case PartyEvent.HostLost _ -> HostChanges.linked(state, HostLink.LOST, false);
            case PartyEvent.HostLeft _ -> HostChanges.linked(state, HostLink.NONE, true);
            case PartyEvent.LeadChanged changed -> HostChanges.led(state, changed.lead());
            case PartyEvent.LeadFailed failed -> HostChanges.leadFailed(state, failed);
            case PartyEvent.Commanded commanded -> HostChanges.commanded(state, commanded);
            case PartyEvent.PlayedOn played -> HostChanges.playedOn(state, played.on());
            case PartyEvent.PlayerAgreed _ -> HostChanges.agreed(state);
            case PartyEvent.WishAnswered _, PartyEvent.WishRefused _ -> state;
            case PartyEvent.HostHeard heard ->
                    HostChanges.read(state, state.hostSeat().readings().heard(heard.at()));
            case PartyEvent.Sighted sighted ->
                    HostChanges.read(
                            state,
                            state.hostSeat().readings().saw(sighted, state.sound().timeline()));
        };
    }

    private static PartyState.Terms ended(PartyState.Terms terms) {
        return new PartyState.Terms(terms.id(), terms.name(), terms.host(), terms.mode(), true);
    }

    private static PartyState.Terms mode(PartyState.Terms terms, Mode mode) {
        return new PartyState.Terms(terms.id(), terms.name(), terms.host(), mode, terms.ended());
    }

    private static PartyState attached(PartyState state, Place place) {
        Set<Place> places = new HashSet<>(state.places());
        places.add(place);
        return state.with(places);
    }

    private static PartyState detached(PartyState state, Place place) {
        Set<Place> places = new HashSet<>(state.places());
        places.remove(place);
        return state.with(places).with(Hearing.without(state.audience(), place));
    }

    private static PartyState played(PartyState state, PartyEvent.PlayedFrom played) {
        Timeline.Playing playing =
                new Timeline.Playing(played.id(), played.track(), played.position(), played.at());
        PartyState heard = heard(state, playing, played.id(), played.by());
        return HostChanges.read(
                heard, state.hostSeat().readings().restarted(played.at().plus(Following.UNSTEADY)));
    }

    private static PartyState buffered(PartyState state, PartyEvent.BufferedFrom buffered) {
        Timeline.Buffering buffering =
                new Timeline.Buffering(
                        buffered.id(), buffered.track(), buffered.position(), buffered.since());
        return heard(state, buffering, buffered.id(), buffered.by());
    }

    private static PartyState heard(PartyState state, Timeline timeline, PlaybackId id, SeatId by) {
        PartyState.Sound sound = state.sound();
        return state.with(new PartyState.Sound(timeline, by, id, sound.failures(), sound.played()));
    }

    private static PartyState paused(PartyState state, PartyEvent.PausedAt paused) {
        Timeline.Paused timeline =
                new Timeline.Paused(paused.id(), paused.track(), paused.position(), paused.by());
        return heard(state, timeline, paused.id(), state.sound().by());
    }

    private static PartyState shifted(PartyState state, PartyEvent.Shifted shifted) {
        if (!(state.sound().timeline() instanceof Timeline.Playing playing)) {
            return state;
        }
        Timeline.Playing moved =
                new Timeline.Playing(
                        playing.id(),
                        playing.track(),
                        playing.position().plus(shifted.by()),
                        playing.at());
        PartyState heard = heard(state, moved, playing.id(), state.sound().by());
        return HostChanges.read(heard, state.hostSeat().readings().corrected());
    }

    /** What could not be played before is news no longer. */
    private static PartyState sounding(PartyState before, PartyEvent.SoundStarted started) {
        PartyState state =
                before.asking().search() instanceof Search.Failed
                        ? QuestionList.showing(before, new Search.Idle())
                        : before;
        return Timelines.track(state.sound().timeline())
                .map(track ->
                        state.with(
                                new PartyState.Sound(
                                        new Timeline.Playing(
                                                started.id(),
                                                track,
                                                started.position(),
                                                started.at()),
                                        state.sound().by(),
                                        state.sound().last(),
                                        0,
                                        state.sound().played())))
                .orElse(state);
    }

    private static PartyState silenced(PartyState state, PlaybackId id) {
        PartyState.Sound sound = state.sound();
        List<Track> played =
                Timelines.track(sound.timeline())
                        .map(track -> History.grown(sound.played(), track))
                        .orElse(sound.played());
        return state.with(
                new PartyState.Sound(
                        new Timeline.Silent(), sound.by(), id, sound.failures(), played));
    }

    private static Search reason(PartyEvent.TrackFailed failed) {
        Track track = failed.track();
        return new Search.Failed(
                new TrackRequest.Seen(track.title(), track.artist(), "", track.duration()),
                failed.problem(),
                failed.detail());
    }

    private static PartyState failed(PartyState state, PartyEvent.PlaybackFailed failed) {
        PartyState.Sound sound = state.sound();
        return state.with(
                new PartyState.Sound(
                        new Timeline.Silent(),
                        sound.by(),
                        sound.last(),
                        failed.inARow(),
                        sound.played()));
    }
}
