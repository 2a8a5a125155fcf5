package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the latest readings of the host's player tell. An offset is a reading's position minus its
 * instant, in microseconds since the epoch: constant while the player plays.
 *
 * @param heardAt the companion's last sign of life
 * @param last the newest reading
 * @param pending whether {@code last} still waits to be acted upon
 * @param trackSince when the player was first seen with this track
 * @param stoppedAt since when the player says it is stopped; {@link #NEVER} when it does not
 * @param steadyFrom readings before are not trusted for the estimate
 * @param offsets the last {@value #WINDOW}
 * @param farMicros how far the newest reading is from the timeline if that is a jump; else 0
 * @param outsideSince since when the estimate is outside the dead-band; else {@link #NEVER}
 * @param latenessMicros how much later than the estimate a reading of this player usually is
 */
public record Readings(
        Instant heardAt,
        Sighting last,
        boolean pending,
        Instant trackSince,
        Instant stoppedAt,
        Instant steadyFrom,
        List<Long> offsets,
        long farMicros,
        Instant outsideSince,
        long latenessMicros) {
    static final Instant NEVER = Instant.EPOCH;
    static final int WINDOW = 10;

    public Readings {
        offsets = List.copyOf(offsets);
    }

    /** What a reading was good for when it came. */
    public enum Use {
        /** To be acted upon when the player may lead again. */
        PENDING,
        /** Nothing to compare with. */
        NOTED,
        /** Compared with the timeline. */
        SAMPLED
    }

    static Readings none() {
        Sighting nothing =
                new Sighting(
                        new TrackRequest.Seen("", "", "", Duration.ZERO),
                        Sighting.Status.STOPPED,
                        Duration.ZERO,
                        false,
                        1.0,
                        NEVER);
        return new Readings(NEVER, nothing, false, NEVER, NEVER, NEVER, List.of(), 0, NEVER, 0);
    }

    Readings heard(Instant at) {
        return new Readings(
                at,
                last,
                pending,
                trackSince,
                stoppedAt,
                steadyFrom,
                offsets,
                farMicros,
                outsideSince,
                latenessMicros);
    }

    /** Forgets what is known of the position: the player or the timeline jumped. */
    Readings restarted(Instant steady) {
        return new Readings(
                heardAt,
                last,
                pending,
                trackSince,
                NEVER,
                steady,
                List.of(),
                0,
                NEVER,
                latenessMicros);
    }

    /** The timeline moved to the estimate. */
    Readings corrected() {
        return new Readings(
                heardAt,
                last,
                pending,
                trackSince,
                stoppedAt,
                steadyFrom,
                offsets,
                0,
                NEVER,
                latenessMicros);
    }

    Readings saw(PartyEvent.Sighted sighted, Timeline timeline) {
        Readings noted = noted(sighted);
        return sighted.use() == Use.SAMPLED && timeline instanceof Timeline.Playing playing
                ? noted.sampled(sighted.what(), DeadBand.offsetMicros(playing))
                : noted;
    }

    private Readings noted(PartyEvent.Sighted sighted) {
        boolean stopped = sighted.what().status() == Sighting.Status.STOPPED;
        boolean isSameTrack = Identity.same(last.track(), sighted.what().track());
        Instant since = stoppedAt.equals(NEVER) ? sighted.at() : stoppedAt;
        return new Readings(
                heardAt,
                sighted.what(),
                sighted.use() == Use.PENDING,
                isSameTrack ? trackSince : sighted.what().at(),
                stopped ? since : NEVER,
                steadyFrom,
                offsets,
                farMicros,
                outsideSince,
                latenessMicros);
    }

    private Readings sampled(Sighting what, long timelineMicros) {
        long offset = DeadBand.offsetMicros(what.position(), what.at());
        long off = offset - timelineMicros;
        boolean far = Math.abs(off) > DeadBand.JUMP_MICROS;
        List<Long> window = far || what.at().isBefore(steadyFrom) ? offsets : grown(offset);
        Instant outside = NEVER;
        if (DeadBand.isOutside(window, timelineMicros)) {
            outside = outsideSince.equals(NEVER) ? what.at() : outsideSince;
        }
        return new Readings(
                heardAt,
                last,
                pending,
                trackSince,
                stoppedAt,
                steadyFrom,
                window,
                far ? off : 0,
                outside,
                DeadBand.isEnough(window) ? DeadBand.latenessMicros(window) : latenessMicros);
    }

    private List<Long> grown(long offset) {
        List<Long> window = new ArrayList<>(offsets);
        window.add(offset);
        return window.subList(Math.max(0, window.size() - WINDOW), window.size());
    }
}
