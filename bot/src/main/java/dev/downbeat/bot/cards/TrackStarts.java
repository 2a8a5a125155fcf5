package dev.downbeat.bot.cards;

import dev.downbeat.party.MediaRef;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Timeline;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Since which revision each party has played its track. After a restart the first view counts as
 * the start, so that older cards are asked to be pressed again. Any thread may call.
 */
final class TrackStarts {
    private final Map<PartyId, Start> starts = new ConcurrentHashMap<>();

    private record Start(Optional<MediaRef> track, long revision) {}

    void follow(PartyView view) {
        if (view.ended()) {
            starts.remove(view.id());
            return;
        }
        Optional<MediaRef> track = track(view);
        starts.merge(
                view.id(),
                new Start(track, view.revision()),
                (before, now) -> before.track().equals(track) ? before : now);
    }

    boolean isOlder(long revision, PartyView view) {
        Start start = starts.get(view.id());
        return start == null || revision < start.revision() || !start.track().equals(track(view));
    }

    private static Optional<MediaRef> track(PartyView view) {
        return switch (view.timeline()) {
            case Timeline.Silent() -> Optional.empty();
            case Timeline.Playing playing -> Optional.of(playing.track().media());
            case Timeline.Paused paused -> Optional.of(paused.track().media());
            case Timeline.Buffering buffering -> Optional.of(buffering.track().media());
        };
    }
}
