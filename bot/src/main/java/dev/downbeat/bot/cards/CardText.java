package dev.downbeat.bot.cards;

import dev.downbeat.bot.voice.Trouble;
import dev.downbeat.bot.voice.VoicePlace;
import dev.downbeat.bot.words.Sentences;
import dev.downbeat.bot.words.Why;
import dev.downbeat.bot.words.Words;
import dev.downbeat.bot.words.Words.Ours;
import dev.downbeat.party.HostLink;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.PausedBy;
import dev.downbeat.party.Poll;
import dev.downbeat.party.Problem;
import dev.downbeat.party.QueueItem;
import dev.downbeat.party.Search;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Timeline;
import dev.downbeat.party.Track;
import dev.downbeat.party.TrackRequest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a party looks like in words, in reading order. Pure; well below 2,000 characters. */
final class CardText {
    private static final int HEAD_OF_QUEUE = 3;
    private static final int LONGEST_NAME = 90;
    private static final int LONGEST_NEXT = 60;
    private static final int LONGEST_WHY = 120;

    private final PartyView view;
    private final Around around;
    private final Words words;
    private final List<String> lines = new ArrayList<>();

    private CardText(PartyView view, Around around, Words words) {
        this.view = view;
        this.around = around;
        this.words = words;
    }

    static String of(PartyView view, Around around, Words words) {
        return view.ended()
                ? words.say("card.ended")
                : String.join("\n", new CardText(view, around, words).write());
    }

    private List<String> write() {
        timeline();
        search();
        queue();
        votes();
        lines.add(words.say("card.host", Names.seat(view.host())) + " · " + mode());
        if (view.hostLink() == HostLink.LOST || view.autopilot()) {
            boolean isSilent = view.timeline() instanceof Timeline.Silent;
            lines.add(words.say(isSilent ? "card.host_away.silent" : "card.host_away"));
        }
        lines.add(hint());
        long people = view.audience().people();
        if (people > 0) {
            lines.add(words.say("card.listeners", people));
        }
        around.encryption().ifPresent(_ -> lines.add(words.say("card.encryption_off")));
        if (around.beside().other().isEmpty()) {
            around.beside().trouble().ifPresent(this::trouble);
        }
        return lines;
    }

    private void timeline() {
        switch (view.timeline()) {
            case Timeline.Silent() -> lines.add("### " + words.say("card.silent"));
            case Timeline.Playing playing ->
                    track(
                            playing.track(),
                            playing(playing.track(), playing.positionAt(around.now())));
            case Timeline.Paused paused ->
                    track(paused.track(), pausedBy(paused.by(), paused.position(), paused.track()));
            case Timeline.Buffering buffering ->
                    track(
                            buffering.track(),
                            words.say(
                                    "card.buffering",
                                    buffering.position(),
                                    length(buffering.track())));
        }
    }

    private void track(Track track, String state) {
        lines.add("### " + name(Sentences.name(track)).text());
        lines.add(state);
        lines.add(
                words.say(
                        Why.isTheSource(track, words) ? "card.source.own" : "card.source",
                        words.source(track.source()),
                        brief(Why.of(track, words))));
    }

    /** A track without a known length is a live one. */
    private String playing(Track track, Duration position) {
        return track.duration().isZero()
                ? words.say("card.playing.live", position)
                : words.say("card.playing", shorter(position, track.duration()), length(track));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private String pausedBy(PausedBy by, Duration at, Track track) {
        return switch (by) {
            case PausedBy.Person(SeatId who) ->
                    words.say("card.paused.person", at, length(track), Names.seat(who)) + playsOn();
            case PausedBy.Player() -> words.say("card.paused.player", at, length(track));
            case PausedBy.Speed() -> words.say("card.paused.speed", at, length(track));
            case PausedBy.Removal() -> words.say("card.paused.removal", at, length(track));
        };
    }

    /** Pressing play there is not heard while a person's pause holds. */
    private String playsOn() {
        return view.prospect().playerPlaysOn() ? "\n" + words.say("card.paused.plays_on") : "";
    }

    private static Duration length(Track track) {
        return track.duration();
    }

    private void search() {
        switch (view.search()) {
            case Search.Idle() -> {}
            case Search.Asking(var what) ->
                    lines.add(words.say("card.asking", name(Sentences.name(what))));
            case Search.Waiting waiting ->
                    lines.add(
                            words.say(
                                    "card.waiting",
                                    name(Sentences.name(waiting.what())),
                                    words.source(waiting.source()),
                                    waiting.eta(around.now()).toSeconds()));
            case Search.NotFound(var what) -> notFound(what);
            case Search.Failed(var what, var problem, var detail) ->
                    lines.add(
                            words.say(
                                    "card.failed",
                                    name(Sentences.name(what)),
                                    new Ours(why(problem, detail))));
        }
    }

    private void notFound(TrackRequest what) {
        lines.add(words.say("card.not_found", name(Sentences.name(what))));
        if (what instanceof TrackRequest.Seen && around.beside().keepsFiles()) {
            lines.add(words.say("card.not_found.lend"));
        }
    }

    private String why(Problem problem, String detail) {
        return problem == Problem.LENT_ANEW && view.hostLink() != HostLink.PRESENT
                ? words.say("problem.lent_anew.away")
                : Sentences.of(problem, detail, words);
    }

    private void queue() {
        if (view.queue().isEmpty()) {
            lines.add(words.say("card.queue_empty"));
            return;
        }
        String head =
                view.queue().stream()
                        .limit(HEAD_OF_QUEUE)
                        .map(CardText::next)
                        .collect(Collectors.joining(" · "));
        int more = view.queue().size() - HEAD_OF_QUEUE;
        String line = words.say(whenNext(), new Ours(head));
        lines.add(more > 0 ? line + " · " + words.say("card.more", more) : line);
        if (view.prospect().queueWaits()) {
            lines.add(QueueText.howItStarts(view, words));
        }
    }

    private static String next(QueueItem item) {
        return Names.brief(Sentences.name(item.track()), LONGEST_NEXT).text()
                + " ("
                + Names.seat(item.by()).text()
                + ")";
    }

    private void votes() {
        for (Poll poll : view.audience().polls()) {
            String key = "card.votes." + poll.what().name().toLowerCase(Locale.ROOT);
            lines.add(words.say(key, poll.votes(), poll.needed()));
        }
    }

    /** In silence nothing comes by itself. */
    private String whenNext() {
        if (view.prospect().queueWaits()) {
            return "card.next.waits";
        }
        return view.prospect().queueLeads() ? "card.next" : "card.next.aside";
    }

    private String mode() {
        return switch (view.mode()) {
            case FOLLOW -> words.say("card.mode.follow", Names.seat(view.host()));
            case QUEUE -> words.say("card.mode.queue");
        };
    }

    private String hint() {
        String channels =
                view.places().stream()
                        .flatMap(place -> VoicePlace.of(place).stream())
                        .map(place -> Names.channel(place.channel()).text())
                        .sorted()
                        .collect(Collectors.joining(", "));
        return channels.isEmpty() ? nowhere() : words.say("card.hint", new Ours(channels));
    }

    /** A server has one voice for one party, so nobody is told to bring a second one in. */
    private String nowhere() {
        return around.beside()
                .other()
                .map(other -> words.say("card.hint_other", Names.channel(other.channel())))
                .orElseGet(() -> words.say("card.hint_nowhere"));
    }

    private void trouble(Trouble trouble) {
        lines.add(
                "**" + words.say("card.trouble." + trouble.name().toLowerCase(Locale.ROOT)) + "**");
    }

    private static Ours name(String foreign) {
        return Names.brief(foreign, LONGEST_NAME);
    }

    private static Ours brief(String foreign) {
        return Names.brief(foreign, LONGEST_WHY);
    }
}
