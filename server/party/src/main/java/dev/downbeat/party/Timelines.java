package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Questions about a timeline that all its kinds can answer. */
final class Timelines {
    private Timelines() {}

    static Optional<Track> track(Timeline timeline) {
        return switch (timeline) {
            case Timeline.Silent _ -> Optional.empty();
            case Timeline.Playing playing -> Optional.of(playing.track());
            case Timeline.Paused paused -> Optional.of(paused.track());
            case Timeline.Buffering buffering -> Optional.of(buffering.track());
        };
    }

    static Duration positionAt(Timeline timeline, Instant when) {
        return switch (timeline) {
            case Timeline.Silent _ -> Duration.ZERO;
            case Timeline.Playing playing -> within(playing.positionAt(when), playing.track());
            case Timeline.Paused paused -> paused.position();
            case Timeline.Buffering buffering -> buffering.position();
        };
    }

    /** Whether {@code timeline} makes or is about to make the sound of {@code id}. */
    static boolean sounds(Timeline timeline, PlaybackId id) {
        return switch (timeline) {
            case Timeline.Silent _ -> false;
            case Timeline.Paused _ -> false;
            case Timeline.Playing playing -> playing.id().equals(id);
            case Timeline.Buffering buffering -> buffering.id().equals(id);
        };
    }

    static boolean isSilent(Timeline timeline) {
        return timeline instanceof Timeline.Silent;
    }

    /** A length of zero or less means nobody knows it, as for live radio. */
    static boolean isBeyond(Duration position, Track track) {
        return track.duration().isPositive() && position.compareTo(track.duration()) >= 0;
    }

    static Duration within(Duration position, Track track) {
        if (position.isNegative()) {
            return Duration.ZERO;
        }
        return isBeyond(position, track) ? track.duration() : position;
    }
}
