package dev.downbeat.companion.hosting;

import static dev.downbeat.companion.hosting.Readings.paused;
import static dev.downbeat.companion.hosting.Readings.playing;
import static dev.downbeat.companion.hosting.Readings.polled;
import static dev.downbeat.companion.hosting.Readings.stopped;
import static dev.downbeat.companion.hosting.Readings.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Cause;
import dev.downbeat.companion.detectors.Reading.Status;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class SettlerTest {
    private final Settler settler = new Settler();

    private Optional<String> titleAt(double now) {
        return settler.due(now).map(reading -> reading.track().title());
    }

    private void settle(String title, double at) {
        settler.take(playing(title, 0, at));
        assertEquals(Optional.of(title), titleAt(at + 250));
    }

    @Test
    void aTrackIsPassedOnAQuarterSecondAfterItsLastChange() {
        settler.take(playing("A", 0, 1_000));

        assertEquals(1_250, settler.wakeAt());
        assertTrue(settler.due(1_249).isEmpty());
        assertEquals(Optional.of("A"), titleAt(1_250));
        assertEquals(Double.POSITIVE_INFINITY, settler.wakeAt());
    }

    @Test
    void aTrackThatKeepsChangingIsPassedOnAfterThreeQuarters() {
        for (int i = 0; i < 8; i++) {
            settler.take(playing("A" + i, 0, 1_000 + i * 100));
        }

        assertTrue(settler.due(1_749).isEmpty());
        assertEquals(Optional.of("A7"), titleAt(1_750));
    }

    @Test
    void anAnnouncementWithoutATitleChangesNothing() {
        settle("A", 0);

        settler.take(playing("", 5_000, 1_000));

        assertEquals(Optional.of("A"), titleAt(1_000));
    }

    @Test
    void readingsOfAnUnsettledTrackAreHeldBack() {
        settle("A", 0);

        settler.take(playing("B", 30, 1_000));
        settler.take(polled("B", 130, 1_100));

        assertTrue(settler.due(1_100).isEmpty());
        assertEquals(130, settler.due(1_250).orElseThrow().positionMs().orElseThrow());
    }

    @Test
    void goingBackToTheOldTrackSettlesAtOnce() {
        settle("A", 0);

        settler.take(playing("B", 0, 1_000));
        settler.take(playing("A", 1_050, 1_050));

        assertEquals(Optional.of("A"), titleAt(1_050));
    }

    @Test
    void pauseIsPassedOnAtOnce() {
        settle("A", 0);

        settler.take(paused("A", 5_000, 5_000));

        assertEquals(Status.PAUSED, settler.due(5_000).orElseThrow().status());
    }

    @Test
    void stoppedIsBelievedAfterOneAndAHalfSeconds() {
        settle("A", 0);

        settler.take(stopped("A", 5_000));

        assertTrue(settler.due(6_499).isEmpty());
        assertEquals(Status.STOPPED, settler.due(6_500).orElseThrow().status());
    }

    @Test
    void stoppedBetweenTwoTracksOfVlcIsNeverSeen() {
        settle("A", 0);

        settler.take(playing("A", 289_900, 10_000));
        assertEquals(Optional.of("A"), titleAt(10_000));
        settler.take(stopped("A", 10_100));
        settler.take(stopped("", 10_300));
        settler.take(playing("B", 0, 10_800).because(Cause.JUMP));
        settler.take(playing("B", 10, 10_810));

        assertTrue(settler.due(10_810).isEmpty());
        Reading passed = settler.due(11_050).orElseThrow();
        assertEquals("B", passed.track().title());
        assertEquals(Status.PLAYING, passed.status());
    }

    @Test
    void aNewTrackWhileStoppedStartsTheWaitAnew() {
        settle("A", 0);

        settler.take(stopped("A", 5_000));
        settler.take(stopped("B", 6_000));

        assertTrue(settler.due(7_499).isEmpty());
        assertEquals(Optional.of("B"), titleAt(7_500));
    }

    @Test
    void audaciousJumpsToTheStartBeforeItNamesTheNextTrack() {
        settle("A", 0);
        settler.take(polled("A", 200_000, 200_000));
        assertEquals(Optional.of("A"), titleAt(200_000));

        settler.take(playing("A", 0, 200_500).because(Cause.JUMP));
        assertTrue(settler.due(200_500).isEmpty());
        settler.take(playing("B", 3, 200_503));

        assertEquals(Optional.of("B"), titleAt(200_753));
    }

    @Test
    void aTrackThatStartsAnewIsAJumpToTheStart() {
        settle("A", 0);
        settler.take(polled("A", 200_000, 200_000));
        assertEquals(Optional.of("A"), titleAt(200_000));

        settler.take(playing("A", 0, 200_500).because(Cause.JUMP));

        Reading passed = settler.due(200_620).orElseThrow();
        assertEquals(Cause.JUMP, passed.cause());
        assertEquals(0, passed.positionMs().orElseThrow());
    }

    @Test
    void aJumpIsNotForgottenWhenAPollOvertakesIt() {
        settle("A", 0);
        settler.take(playing("A", 100_000, 5_000).because(Cause.JUMP));

        settler.take(polled("A", 100_010, 5_010));

        assertEquals(Cause.JUMP, settler.due(5_010).orElseThrow().cause());
    }

    @Test
    void theStormOfChromiumIsOneTrack() {
        settle("A", 0);
        double at = 10_000;
        settler.take(paused("A", 5_000, at));
        settler.take(playing("A", 0, at + 2).because(Cause.JUMP));
        settler.take(stopped("", at + 4));
        settler.take(playing("B", 0, at + 10).withTrack(track("B", "")));
        settler.take(stopped("", at + 14));
        settler.take(playing("B", 0, at + 20).withTrack(track("B", "Kino")));
        settler.take(playing("B", 0, at + 40));

        assertTrue(settler.due(at + 40).isEmpty());
        Reading passed = settler.due(at + 270).orElseThrow();
        assertEquals(track("B"), passed.track());
        assertEquals(Status.PLAYING, passed.status());
    }
}
