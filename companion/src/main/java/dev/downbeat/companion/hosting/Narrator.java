package dev.downbeat.companion.hosting;

import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Cause;
import dev.downbeat.companion.detectors.Reading.Status;
import dev.downbeat.protocol.ClientMessage.Report;
import dev.downbeat.protocol.WireTrack;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/**
 * The four states of telling. Server down: nothing. Up, no player: nothing, or once "stopped" when
 * something was told before. Up, a player: its source, told when something changed or when the last
 * word is a poll old. Up again after a break: all anew. Times in ms of the companion's clock.
 */
final class Narrator {
    /** A position this far from where the last word puts it is a jump. */
    static final double JUMP = 1_500;

    /** A pause this long is nobody's business any more: it is not told anew after a reconnect. */
    static final double LONG_PAUSE = 10 * 60_000;

    private boolean serverUp;
    private @Nullable Report told;
    private @Nullable Report newest;
    private double pausedSince = Double.NaN;

    /** The server is there: what is known now, unless it was paused long ago. */
    Optional<Report> serverCame(double now) {
        serverUp = true;
        told = null;
        boolean stale = !Double.isNaN(pausedSince) && now - pausedSince > LONG_PAUSE;
        return newest == null || newest.status().equals("stopped") || stale
                ? Optional.empty()
                : tell(newest);
    }

    void serverWent() {
        serverUp = false;
        told = null;
    }

    /** A player leads. */
    Optional<Report> shows(PositionSense.Judged judged) {
        Reading reading = judged.reading();
        Report report = report(reading, judged.positionKnown());
        notePause(reading);
        newest = report;
        boolean unnamed = report.track().title().isBlank();
        if (!serverUp || (told == null && (unnamed || reading.status() == Status.STOPPED))) {
            return Optional.empty();
        }
        return isNews(report, reading.cause()) ? tell(report) : Optional.empty();
    }

    /** No player has anything: what was told is no longer true. */
    Optional<Report> showsNothing(double now) {
        Report last = told;
        newest = null;
        pausedSince = Double.NaN;
        if (last == null || last.status().equals("stopped") || !serverUp) {
            return Optional.empty();
        }
        return tell(stopped(last, now));
    }

    private void notePause(Reading reading) {
        if (reading.isPlaying()) {
            pausedSince = Double.NaN;
        } else if (Double.isNaN(pausedSince)) {
            pausedSince = reading.atMs();
        }
    }

    private boolean isNews(Report report, Cause cause) {
        Report last = told;
        if (last == null || !sameTrack(last, report) || !last.status().equals(report.status())) {
            return true;
        }
        boolean polled = cause == Cause.POLL && report.status().equals("playing");
        return polled
                || cause == Cause.JUMP
                || last.rate() != report.rate()
                || last.positionKnown() != report.positionKnown()
                || isJump(last, report);
    }

    private static boolean sameTrack(Report one, Report other) {
        return one.source().equals(other.source())
                && TrackIdentity.same(one.track(), other.track());
    }

    private static boolean isJump(Report last, Report next) {
        boolean moves = last.status().equals("playing");
        double passed = moves ? (next.capturedAt() - last.capturedAt()) * last.rate() : 0;
        return Math.abs(next.positionMs() - last.positionMs() - passed) > JUMP;
    }

    private Optional<Report> tell(Report report) {
        told = report;
        return Optional.of(report);
    }

    private static Report report(Reading reading, boolean positionKnown) {
        return new Report(
                0,
                reading.atMs(),
                reading.track(),
                reading.status().name().toLowerCase(Locale.ROOT),
                reading.positionMs().orElse(0),
                positionKnown,
                reading.rate(),
                reading.player().kind().source());
    }

    private static Report stopped(Report last, double now) {
        WireTrack track = last.track();
        return new Report(
                0, now, track, "stopped", last.positionMs(), false, last.rate(), last.source());
    }
}
