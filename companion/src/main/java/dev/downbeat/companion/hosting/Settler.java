package dev.downbeat.companion.hosting;

import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Cause;
import dev.downbeat.companion.detectors.Reading.Status;
import dev.downbeat.protocol.WireTrack;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Lets the readings of one player come to rest. Players announce a track in pieces, say Stopped
 * between two tracks, and jump to the start a moment before they name the next one; none of that is
 * to be heard. Times in ms of the companion's clock.
 */
final class Settler {
    /** A new track is believed when it has not changed for this long. */
    static final double TRACK_QUIET = 250;

    /** … or when it has been changing for this long. */
    static final double TRACK_AT_MOST = 750;

    /** Stopped is believed after this long without playing or a new track. */
    static final double STOPPED_QUIET = 1_500;

    /** A jump to the start waits this long for the track that it may belong to. */
    static final double START_QUIET = 120;

    private static final long START_MS = 1_000;

    private @Nullable Reading waiting;
    private @Nullable Reading passed;
    private WireTrack track = WireTrack.UNKNOWN;
    private @Nullable WireTrack candidate;
    private double candidateSince;
    private double candidateChanged;
    private double stoppedSince = Double.NaN;
    private double startSince = Double.NaN;

    void take(Reading reading) {
        // A half-filled announcement without a title says nothing new about the track.
        boolean silent = reading.track().title().isBlank();
        WireTrack said = silent ? newestTrack() : reading.track();
        considerTrack(said, reading.atMs());
        considerStop(reading, said);
        considerStart(reading);
        Reading next = reading.withTrack(said);
        waiting = jumpWaits() ? next.because(Cause.JUMP) : next;
    }

    private WireTrack newestTrack() {
        return candidate == null ? track : candidate;
    }

    private void considerTrack(WireTrack said, double at) {
        if (TrackIdentity.same(said, track)) {
            candidate = null;
        } else if (candidate == null) {
            candidate = said;
            candidateSince = at;
            candidateChanged = at;
        } else if (!TrackIdentity.same(said, candidate)) {
            candidate = said;
            candidateChanged = at;
        }
    }

    private void considerStop(Reading reading, WireTrack said) {
        boolean sameAsBefore = waiting != null && TrackIdentity.same(said, waiting.track());
        if (reading.status() != Status.STOPPED) {
            stoppedSince = Double.NaN;
        } else if (Double.isNaN(stoppedSince) || (waiting != null && !sameAsBefore)) {
            stoppedSince = reading.atMs();
        }
    }

    private void considerStart(Reading reading) {
        boolean atStart =
                reading.status() != Status.STOPPED
                        && reading.positionMs().orElse(START_MS) < START_MS;
        if (!atStart || candidate != null || !wasBeyondStart()) {
            startSince = Double.NaN;
        } else if (Double.isNaN(startSince)) {
            startSince = reading.atMs();
        }
    }

    private boolean wasBeyondStart() {
        return passed != null && passed.positionMs().orElse(0) >= START_MS;
    }

    private boolean jumpWaits() {
        return waiting != null && waiting.cause() == Cause.JUMP;
    }

    /** What may be passed on now; empty while something settles or nothing is new. */
    Optional<Reading> due(double now) {
        if (waiting == null || now < wakeAt()) {
            return Optional.empty();
        }
        if (candidate != null) {
            track = candidate;
            candidate = null;
        }
        startSince = Double.NaN;
        passed = waiting;
        waiting = null;
        return Optional.of(passed);
    }

    /** When {@link #due} has something; infinite when nothing waits. */
    double wakeAt() {
        if (waiting == null) {
            return Double.POSITIVE_INFINITY;
        }
        double trackRest =
                candidate == null
                        ? Double.NEGATIVE_INFINITY
                        : Math.min(candidateChanged + TRACK_QUIET, candidateSince + TRACK_AT_MOST);
        return Math.max(trackRest, Math.max(rest(stoppedSince, STOPPED_QUIET), startRest()));
    }

    private double startRest() {
        return rest(startSince, START_QUIET);
    }

    private static double rest(double since, double quiet) {
        return Double.isNaN(since) ? Double.NEGATIVE_INFINITY : since + quiet;
    }
}
