package dev.downbeat.companion.hosting;

import static dev.downbeat.companion.hosting.Readings.CHROMIUM;
import static dev.downbeat.companion.hosting.Readings.MPV;
import static dev.downbeat.companion.hosting.Readings.VLC;
import static dev.downbeat.companion.hosting.Readings.playing;
import static dev.downbeat.companion.hosting.Readings.stopped;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Cause;
import dev.downbeat.companion.detectors.Reading.Status;
import dev.downbeat.protocol.ClientMessage.Report;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Recorded ways of real players, from their readings to what the party hears. */
class WatchTest {
    private final Watch watch = new Watch("");
    private final List<String> told = new ArrayList<>();
    private double now;

    @BeforeEach
    void connect() {
        tell(watch.serverCame(0));
    }

    private void tell(List<Report> reports) {
        for (Report r : reports) {
            told.add(r.status() + " " + r.track().title() + " " + r.positionMs());
        }
    }

    private void until(double at) {
        while (watch.wakeAt() <= at) {
            now = Math.max(now, watch.wakeAt());
            tell(watch.timePassed(now));
        }
        now = at;
    }

    private void see(Reading reading) {
        until(reading.atMs());
        tell(watch.seen(reading, now));
    }

    private void told(String... expected) {
        assertEquals(List.of(expected), told);
        told.clear();
    }

    /** Each 250 ms step is read at its end, so the position is up to a step late. */
    @Test
    void audaciousStepsAreNoJumps() {
        see(playing("A", 0, 0));
        until(1_000);
        for (int poll = 1; poll <= 10; poll++) {
            double at = 1_000 + poll * 931;
            long step = 250 * (long) (at / 250);
            see(playing("A", step, at).because(Cause.POLL));
        }

        assertEquals(11, told.size());
        assertEquals("playing A 10250", told.getLast());
    }

    @Test
    void vlcsStopBetweenTwoTracksIsNotHeard() {
        see(playing(VLC, "A", 1_000, 0));
        until(1_000);
        see(playing(VLC, "A", 288_900, 288_000).because(Cause.POLL));
        see(playing(VLC, "A", 0, 289_000).withStatus(Status.STOPPED));
        see(playing(VLC, "A", 0, 289_300).because(Cause.JUMP));
        see(playing(VLC, "B", 0, 289_340).because(Cause.JUMP));
        until(300_000);

        told("playing A 1000", "playing A 288900", "playing B 0");
    }

    @Test
    void chromiumsStormIsOneReport() {
        see(playing(CHROMIUM, "A", 5_000, 0));
        until(1_000);
        for (int signal = 0; signal < 23; signal++) {
            Reading half = playing(CHROMIUM, signal % 5 == 0 ? "" : "B", 0, 10_000 + signal * 1.7);
            see(signal % 3 == 0 ? half.withTrack(Readings.track("B", "")) : half);
        }
        see(playing(CHROMIUM, "B", 30, 10_040));
        until(20_000);

        told("playing A 5000", "playing B 30");
    }

    @Test
    void mpvLeavingIdleSaysNothingUntilItHasATrack() {
        see(stopped("", 0));
        see(playing("", 0, 100));
        until(5_000);
        told();

        see(playing("A", 0, 5_000));
        until(6_000);
        told("playing A 0");
    }

    @Test
    void aPausedDuplicateOfThePlayingTrackChangesNothing() {
        Player twin = new Player("vlc.instance7", "vlc", "VLC", Player.Kind.LOCAL, 0);
        see(playing(VLC, "A", 1_000, 0));
        until(1_000);
        see(playing(twin, "A", 2_000, 1_000));
        see(playing(twin, "A", 9_000, 8_000).withStatus(Status.PAUSED));
        until(60_000);

        told("playing A 1000");
    }

    @Test
    void theOtherPlayerTakesOverWhenTheFirstIsKilled() {
        see(playing(MPV, "A", 1_000, 0));
        see(playing(VLC, "B", 2_000, 100));
        until(1_000);
        told("playing A 1000");

        tell(watch.gone(MPV, 1_000));
        told("playing B 2000");

        tell(watch.gone(VLC, 2_000));
        told("stopped B 2000");
    }

    @Test
    void aPauseAndItsTakingBackAreBothTold() {
        see(playing("A", 1_000, 0));
        until(1_000);
        see(playing("A", 5_000, 4_000).withStatus(Status.PAUSED));
        see(playing("A", 5_000, 4_080));

        told("playing A 1000", "paused A 5000", "playing A 5000");
    }
}
