package dev.downbeat.companion.hosting;

import static dev.downbeat.companion.hosting.Readings.CHROMIUM;
import static dev.downbeat.companion.hosting.Readings.paused;
import static dev.downbeat.companion.hosting.Readings.playing;
import static dev.downbeat.companion.hosting.Readings.polled;
import static dev.downbeat.companion.hosting.Readings.stopped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Cause;
import dev.downbeat.protocol.ClientMessage.Report;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** The state machine: server down or up, player silent or not. */
class NarratorTest {
    private final Narrator narrator = new Narrator();

    private Optional<String> shows(Reading reading) {
        return said(narrator.shows(new PositionSense.Judged(reading, true)));
    }

    private static Optional<String> said(Optional<Report> report) {
        return report.map(r -> r.status() + " " + r.track().title() + " " + r.positionMs());
    }

    private static final Optional<String> NOTHING = Optional.empty();

    @Test
    void serverDownMeansNothing() {
        assertEquals(NOTHING, shows(playing("A", 0, 0)));
        assertEquals(NOTHING, said(narrator.showsNothing(1)));
    }

    @Test
    void upAndSilentMeansNothing() {
        assertEquals(NOTHING, said(narrator.serverCame(0)));
        assertEquals(NOTHING, said(narrator.showsNothing(1)));
        assertEquals(NOTHING, shows(stopped("", 2)));
        assertEquals(NOTHING, shows(playing("", 0, 3)));
    }

    @Test
    void upAndPlayingIsTold() {
        narrator.serverCame(0);

        assertEquals(Optional.of("playing A 5"), shows(playing("A", 5, 0)));
    }

    @Test
    void whatPlayedBeforeTheServerCameIsToldWhenItComes() {
        assertEquals(NOTHING, shows(playing("A", 5, 0)));

        assertEquals(Optional.of("playing A 5"), said(narrator.serverCame(1)));
    }

    @Test
    void afterABreakAllIsToldAnew() {
        narrator.serverCame(0);
        assertEquals(Optional.of("paused A 5"), shows(paused("A", 5, 0)));
        narrator.serverWent();
        assertEquals(NOTHING, shows(paused("A", 9_000, 1)));

        assertEquals(Optional.of("paused A 9000"), said(narrator.serverCame(2)));
    }

    @Test
    void aPauseIsToldOnceHoweverOftenThePlayerRepeatsIt() {
        narrator.serverCame(0);
        assertEquals(Optional.of("paused A 5000"), shows(paused("A", 5_000, 0)));

        assertEquals(NOTHING, shows(paused("A", 5_000, 1_000)));
        assertEquals(NOTHING, shows(paused("A", 5_000, 2_000).because(Cause.POLL)));
    }

    @Test
    void aSeekWhilePausedIsTold() {
        narrator.serverCame(0);
        assertEquals(Optional.of("paused A 5000"), shows(paused("A", 5_000, 0)));

        assertEquals(Optional.of("paused A 90000"), shows(paused("A", 90_000, 1_000)));
    }

    @Test
    void eachPollIsToldWhilePlaying() {
        narrator.serverCame(0);
        assertEquals(Optional.of("playing A 0"), shows(playing("A", 0, 0)));

        assertEquals(Optional.of("playing A 931"), shows(polled("A", 931, 931)));
        assertEquals(Optional.of("playing A 1862"), shows(polled("A", 1_862, 1_862)));
    }

    @Test
    void aSignalThatChangesNothingIsNotTold() {
        narrator.serverCame(0);
        assertEquals(Optional.of("playing A 0"), shows(playing("A", 0, 0)));

        assertEquals(NOTHING, shows(playing("A", 500, 500)));
    }

    @Test
    void aTrackThatLoopsIsAJumpAndNotADuplicate() {
        narrator.serverCame(0);
        assertEquals(Optional.of("playing A 289000"), shows(playing("A", 289_000, 0)));

        assertEquals(Optional.of("playing A 200"), shows(playing("A", 200, 1_200)));
    }

    @Test
    void whatWasToldIsTakenBackWhenThePlayerGoes() {
        narrator.serverCame(0);
        assertEquals(Optional.of("playing A 5"), shows(playing("A", 5, 0)));

        assertEquals(Optional.of("stopped A 5"), said(narrator.showsNothing(10)));
        assertEquals(NOTHING, said(narrator.showsNothing(20)));
    }

    @Test
    void aStaleTrackIsNotToldAfterThePlayerStopped() {
        narrator.serverCame(0);
        assertEquals(Optional.of("playing A 5"), shows(playing("A", 5, 0)));
        assertEquals(Optional.of("stopped A 0"), shows(stopped("A", 2_000)));
        narrator.serverWent();

        assertEquals(NOTHING, said(narrator.serverCame(3_000)));
    }

    @Test
    void aLongPauseIsNotToldAfterABreak() {
        narrator.serverCame(0);
        assertEquals(Optional.of("paused A 5"), shows(paused("A", 5, 0)));
        narrator.serverWent();

        assertEquals(NOTHING, said(narrator.serverCame(Narrator.LONG_PAUSE + 1)));
    }

    @Test
    void theSameTrackFromAnotherSourceIsTold() {
        narrator.serverCame(0);
        assertEquals(Optional.of("playing A 5"), shows(playing("A", 5, 0)));

        assertEquals(Optional.of("playing A 6"), shows(playing(CHROMIUM, "A", 6, 1)));
    }

    @Test
    void aChangeOfSpeedIsTold() {
        narrator.serverCame(0);
        Reading normal = playing("A", 0, 0);
        assertTrue(shows(normal).isPresent());

        Reading faster =
                new Reading(
                        normal.player(),
                        normal.status(),
                        normal.track(),
                        normal.positionMs(),
                        1.5,
                        1,
                        Cause.CHANGE,
                        "");

        assertTrue(shows(faster).isPresent());
    }
}
