package dev.downbeat.bot.cards;

import dev.downbeat.bot.cards.EditPace.Kind;
import dev.downbeat.party.HostLink;
import dev.downbeat.party.ItemId;
import dev.downbeat.party.Mode;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Place;
import dev.downbeat.party.Prospect;
import dev.downbeat.party.Search;
import dev.downbeat.party.Timeline;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * When one card shows what: the newest state wins, one edit at a time. Pure but for its memory;
 * confined to one thread.
 */
final class Card {
    /** A position that people can follow, at a fifteenth of what Discord allows. */
    static final Duration REFRESH = Duration.ofSeconds(15);

    private final EditPace pace = new EditPace();
    private PartyView newest;
    private Beside beside;
    private @Nullable Signature shown;
    private long shownRevision = -1;
    private Instant refreshAt = Instant.MAX;

    /** What makes a difference to people, in contrast to mere progress. */
    private record Signature(
            Object timeline,
            Search search,
            HostLink link,
            boolean autopilot,
            List<ItemId> queue,
            Set<Place> places,
            Mode mode,
            Prospect prospect,
            boolean ended,
            Beside beside) {
        static Signature of(PartyView view, Beside beside) {
            return new Signature(
                    moment(view.timeline()),
                    view.search() instanceof Search.Waiting(var what, var source, _)
                            ? new Search.Waiting(what, source, Instant.EPOCH)
                            : view.search(),
                    view.hostLink(),
                    view.autopilot(),
                    view.queue().stream().map(item -> item.id()).toList(),
                    view.places(),
                    view.mode(),
                    view.prospect(),
                    view.ended(),
                    beside);
        }

        /** The timeline without the small steps by which it follows a player. */
        private static Object moment(Timeline timeline) {
            return switch (timeline) {
                case Timeline.Playing playing -> List.of("playing", playing.id(), playing.track());
                case Timeline.Paused paused ->
                        List.of("paused", paused.id(), paused.track(), paused.by());
                case Timeline.Buffering buffering ->
                        List.of("buffering", buffering.id(), buffering.track());
                case Timeline.Silent silent -> silent;
            };
        }
    }

    Card(PartyView view, Beside beside) {
        this.newest = view;
        this.beside = beside;
    }

    /** Just posted: the message shows this already. */
    static Card posted(PartyView view, Beside beside, Instant now) {
        Card card = new Card(view, beside);
        card.begin(now);
        card.done();
        return card;
    }

    void show(PartyView view, Beside newBeside) {
        if (view.revision() >= newest.revision()) {
            newest = view;
        }
        beside = newBeside;
    }

    PartyView newest() {
        return newest;
    }

    boolean isOver() {
        return newest.ended() && shown != null && shown.ended();
    }

    /** When to edit; {@link Instant#MAX} when there is nothing to show or an edit is under way. */
    Instant editAt(Instant now) {
        if (!Signature.of(newest, beside).equals(shown)) {
            return pace.next(Kind.NEWS, now);
        }
        if (shownRevision != newest.revision() || !refreshAt.isAfter(now)) {
            return pace.next(Kind.PROGRESS, now);
        }
        return refreshAt;
    }

    void begin(Instant now) {
        pace.begun(now);
        shown = Signature.of(newest, beside);
        shownRevision = newest.revision();
        boolean moves =
                newest.timeline() instanceof Timeline.Playing
                        || newest.search() instanceof Search.Waiting;
        refreshAt = moves ? now.plus(REFRESH) : Instant.MAX;
    }

    void done() {
        pace.done();
    }

    /** Discord did not take it: as if never shown, at the next pace. */
    void failed() {
        pace.done();
        shown = null;
    }
}
