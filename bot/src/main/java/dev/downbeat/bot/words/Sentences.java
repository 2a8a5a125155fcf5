package dev.downbeat.bot.words;

import dev.downbeat.engine.reasons.ReasonWords;
import dev.downbeat.party.Ballot;
import dev.downbeat.party.Note;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.Problem;
import dev.downbeat.party.Track;
import dev.downbeat.party.TrackRequest;

import java.util.Locale;

/** The sentence for each thing a party tells a person. */
public final class Sentences {
    private Sentences() {}

    public static String of(Outcome outcome, Words words) {
        return switch (outcome) {
            case Outcome.Done(Note note) -> of(note, words);
            case Outcome.Refused(Note note) -> of(note, words);
        };
    }

    public static String of(Note note, Words words) {
        return switch (note) {
            case Note.NowPlaying(Track track) -> nowPlaying(track, words);
            case Note.Queued(Track track, int index) ->
                    words.say("note.queued", name(track), index + 1);
            case Note.QueuedAside(Track track, int index) ->
                    words.say("note.queued_aside", name(track), index + 1);
            case Note.QueueStarted(Track first, Track track, int index) ->
                    words.say("note.queue_started", name(first), name(track), index + 1);
            case Note.NotFound(TrackRequest what) -> words.say("note.not_found", name(what));
            case Note.Several several -> Several.of(several, words);
            case Note.Failed(Problem problem, String detail) -> of(problem, detail, words);
            case Note.Unplayable(Track track, Problem problem, String detail) ->
                    words.say(
                            "unplayable." + key(problem, detail), name(track), words.aside(detail));
            case Note.GaveUp(int failures) -> words.say("note.gave_up", failures);
            case Note.Paused paused -> words.say("note.paused", paused.at());
            case Note.Resumed resumed -> words.say("note.resumed", resumed.at());
            case Note.Sought sought -> words.say("note.sought", sought.to());
            case Note.Skipped() -> words.say("note.skipped");
            case Note.SkippedLast() -> words.say("note.skipped_last");
            case Note.WentBack() -> words.say("note.went_back");
            case Note.PlayerTold() -> words.say("note.player_told");
            case Note.Stopped() -> words.say("note.stopped");
            case Note.Removed(Track track) -> words.say("note.removed", name(track));
            case Note.Moved(Track track, int index) ->
                    words.say("note.moved", name(track), index + 1);
            case Note.Cleared(int items) -> words.say("note.cleared", items);
            case Note.Shuffled(int items) -> words.say("note.shuffled", items);
            case Note.Undone(var kind, int items) ->
                    words.say("note.undone." + kind.name().toLowerCase(Locale.ROOT), items);
            case Note.NothingToUndo() -> words.say("note.nothing_to_undo");
            case Note.NothingQueued() -> words.say("note.nothing_queued");
            case Note.ModeSet(var mode) ->
                    words.say("note.mode." + mode.name().toLowerCase(Locale.ROOT));
            case Note.PlaceChanged() -> words.say("note.place_changed");
            case Note.PartyEnded() -> words.say("note.party_ended");
            case Note.Voted(var what, int votes, int needed) ->
                    words.say("note.voted." + word(what), votes, needed);
            case Note.VotedAlready(var what, int votes, int needed) ->
                    words.say("note.voted_already." + word(what), votes, needed);
            case Note.VoteLater(var in) ->
                    words.say("note.vote_later", Math.max(1, in.toSeconds()));
            case Note.DjAdded(_) -> words.say("note.dj_added");
            case Note.DjRemoved(_) -> words.say("note.dj_removed");
            case Note.TooManyDjs(int limit) -> words.say("note.too_many_djs", limit);
            case Note.OnlyListeners() -> words.say("note.only_listeners");
            case Note.OnlyHostOrDj() -> words.say("note.only_host_or_dj");
            case Note.OnlyHost() -> words.say("note.only_host");
            case Note.OnlyHostOrRequester() -> words.say("note.only_host_or_requester");
            case Note.NothingTyped() -> words.say("note.nothing_typed");
            case Note.NothingPlaying() -> words.say("note.nothing_playing");
            case Note.NothingFromPlayer() -> words.say("note.nothing_from_player");
            case Note.QueueWaits(boolean leads) ->
                    words.say(leads ? "queue.waits_for_any" : "queue.waits_for_resume");
            case Note.NothingToGoBackTo() -> words.say("note.nothing_to_go_back_to");
            case Note.NoSuchItem() -> words.say("note.no_such_item");
            case Note.QueueFull(int limit) -> words.say("note.queue_full", limit);
            case Note.ShareFull(int limit) -> words.say("note.share_full", limit);
            case Note.BeyondTrack beyond -> words.say("note.beyond_track", beyond.length());
            case Note.AlreadySo(var what) -> words.say(key(what));
            case Note.Busy() -> words.say("note.busy");
            case Note.NotSaved() -> words.say("note.not_saved");
        };
    }

    private static String nowPlaying(Track track, Words words) {
        String key = Why.isTheSource(track, words) ? "note.now_playing.own" : "note.now_playing";
        return words.say(key, name(track), words.source(track.source()), Why.of(track, words));
    }

    public static String of(Problem problem, String detail, Words words) {
        return words.say("problem." + key(problem, detail), words.aside(detail));
    }

    private static String key(Problem problem, String detail) {
        return problem == Problem.NO_SOUND && ReasonWords.saysThatSomeCame(detail)
                ? "not_whole"
                : problem.name().toLowerCase(Locale.ROOT);
    }

    private static String word(Ballot what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    private static String key(Note.AlreadySo.What what) {
        return what == Note.AlreadySo.What.SO
                ? "note.already_so"
                : "note.already." + what.name().toLowerCase(Locale.ROOT);
    }

    /** Artist and title as one name. */
    public static String name(Track track) {
        return name(track.artist(), track.title());
    }

    public static String name(TrackRequest request) {
        return switch (request) {
            case TrackRequest.Seen seen -> name(seen.artist(), seen.title());
            case TrackRequest.Typed(String text) -> text;
        };
    }

    private static String name(String artist, String title) {
        return artist.isBlank() ? title : artist + " – " + title;
    }
}
