package dev.downbeat.engine.web.sync;

import dev.downbeat.party.Sighting;
import dev.downbeat.party.TrackRequest;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.WireTrack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A companion's report as the party's sighting; the one place where its figures are checked. */
final class Reports {
    private static final long LONGEST_MS = Duration.ofDays(2).toMillis();
    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 16;

    private Reports() {}

    /** Empty when the status is none. */
    static Optional<Sighting> sighting(ClientMessage.Report report, Instant at) {
        return status(report.status())
                .map(status ->
                        new Sighting(
                                seen(report.track()),
                                status,
                                millis(report.positionMs()),
                                report.positionKnown() && report.positionMs() >= 0,
                                rate(report.rate()),
                                at));
    }

    private static Optional<Sighting.Status> status(String word) {
        return switch (word) {
            case "playing" -> Optional.of(Sighting.Status.PLAYING);
            case "paused" -> Optional.of(Sighting.Status.PAUSED);
            case "stopped" -> Optional.of(Sighting.Status.STOPPED);
            default -> Optional.empty();
        };
    }

    static TrackRequest.Seen seen(WireTrack track) {
        return new TrackRequest.Seen(
                track.title(), track.artist(), track.album(), millis(track.durationMs()));
    }

    private static Duration millis(long ms) {
        return Duration.ofMillis(Math.clamp(ms, 0, LONGEST_MS));
    }

    private static double rate(double rate) {
        return rate >= SLOWEST && rate <= FASTEST ? rate : 1;
    }
}
