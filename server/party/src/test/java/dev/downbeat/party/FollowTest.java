package dev.downbeat.party;

import static dev.downbeat.party.Stageplay.HOST;
import static dev.downbeat.party.Stageplay.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** The host's player leads. */
final class FollowTest {
    private final Stageplay play = new Stageplay(Mode.FOLLOW);

    @Test
    void aNewTrackIsAskedForAndThenPlayedWhereThePlayerIsByThen() {
        play.plays("a", 10_000);
        play.waitMillis(300);
        List<PartyEffect> effects = play.found("a");

        PartyEffect.Play sound = assertInstanceOf(PartyEffect.Play.class, effects.getFirst());
        assertEquals(Duration.ofMillis(10_360), sound.from());
        assertEquals(play.now().plusMillis(60), sound.at());
        assertInstanceOf(Timeline.Playing.class, play.timeline());
    }

    @Test
    void whatNobodyHasIsSilenceAndNeverAnotherTrack() {
        play.follow("a", 0);
        play.waitMillis(1_000);
        play.plays("b", 0);
        assertInstanceOf(Timeline.Silent.class, play.timeline());
        play.answer(new Resolution.NotFound());

        play.waitMillis(1_000);
        play.plays("b", 1_000);

        assertEquals(new Search.NotFound(Stageplay.seen("b")), play.view().search());
        assertInstanceOf(Timeline.Silent.class, play.timeline());
        assertEquals(2, play.count(PartyEffect.Resolve.class));
    }

    @Test
    void anAnswerToAnOldQuestionIsIgnored() {
        play.plays("a", 0);
        ResolveId old = play.lastQuestion().id();
        play.waitMillis(500);
        play.plays("b", 0);

        List<PartyEffect> effects =
                play.send(new PartyInput.Resolved(old, new Resolution.Found(track("a"))));

        assertEquals(List.of(), effects);
        assertInstanceOf(Timeline.Silent.class, play.timeline());
    }

    @Test
    void smallDifferencesNeverMoveTheTimeline() {
        play.follow("a", 0);
        long revision = play.view().revision();
        for (int second = 1; second <= 60; second++) {
            play.waitMillis(1_000);
            assertEquals(List.of(), play.plays("a", second * 1_000L + (second % 3 - 1) * 8L));
        }
        assertEquals(revision, play.view().revision());
    }

    @Test
    void aLateGuessIsReplacedOnceByTheFirstEstimate() {
        play.follow("a", 0);
        for (int second = 1; second <= 60; second++) {
            play.waitMillis(1_000);
            play.plays("a", second * 1_000L + 50 - second % 2 * 10L);
        }
        assertEquals(1, play.count(PartyEffect.Shift.class));
        assertEquals(1, play.count(PartyEffect.Play.class));
        long error = play.position().toMillis() - 60_050;
        assertTrue(Math.abs(error) <= 25, () -> "off by " + error + " ms");
    }

    @Test
    void aFirstEstimateBeyondASpliceIsOnePlay() {
        play.follow("a", 0);
        for (int second = 1; second <= 30; second++) {
            play.waitMillis(1_000);
            play.plays("a", second * 1_000L + 220 - second % 4 * 60L);
        }
        assertEquals(2, play.count(PartyEffect.Play.class));
        long error = play.position().toMillis() - 30_220;
        assertTrue(Math.abs(error) <= 25, () -> "off by " + error + " ms");
    }

    @Test
    void aSeekIsFollowedByTheEarlierOfTwoReadingsAndTheLatenessLearned() {
        play.follow("a", 0);
        for (int second = 1; second <= 10; second++) {
            play.waitMillis(1_000);
            play.plays("a", second * 1_000L - second % 3 * 100L);
        }
        play.waitMillis(100);
        assertEquals(List.of(), play.plays("a", 60_000));
        play.waitMillis(100);
        List<PartyEffect> effects = play.plays("a", 59_950);

        assertEquals(
                Duration.ofMillis(60_100 + 60 + 100),
                assertInstanceOf(PartyEffect.Play.class, effects.getFirst()).from());
    }

    @Test
    void aDifferenceBeyondASpliceIsOnePlayAfterFiveSeconds() {
        play.follow("a", 0);
        steady(20, 0);
        steady(20, 700);

        assertEquals(2, play.count(PartyEffect.Play.class));
        assertEquals(0, play.count(PartyEffect.Shift.class));
    }

    @Test
    void twoReadingsFarOffAreAJumpAtOnceAndOneIsNot() {
        play.follow("a", 0);
        steady(5, 0);
        play.waitMillis(100);
        assertEquals(List.of(), play.plays("a", 65_000));
        play.waitMillis(100);
        List<PartyEffect> effects = play.plays("a", 65_100);

        assertEquals(
                Duration.ofMillis(65_160),
                assertInstanceOf(PartyEffect.Play.class, effects.getFirst()).from());
    }

    private void steady(int seconds, long offMillis) {
        for (int second = 0; second < seconds; second++) {
            play.waitMillis(1_000);
            Duration since = Duration.between(Stageplay.START, play.now());
            play.plays("a", since.toMillis() + offMillis);
        }
    }

    @Test
    void thePlayersPauseIsPassedOnAtOnceAndTakenBack() {
        play.follow("a", 0);
        play.waitMillis(3_000);
        assertInstanceOf(
                PartyEffect.Stop.class, play.report("a", Sighting.Status.PAUSED, 3_000).getFirst());
        assertEquals(
                new PausedBy.Player(),
                assertInstanceOf(Timeline.Paused.class, play.timeline()).by());

        play.waitMillis(200);
        assertInstanceOf(PartyEffect.Play.class, play.plays("a", 3_050).getFirst());
    }

    @Test
    void stoppedCountsOnlyAfterASecondAndAHalf() {
        play.follow("a", 0);
        play.waitMillis(1_000);
        play.report("a", Sighting.Status.STOPPED, 0);
        play.waitMillis(1_400);
        assertInstanceOf(Timeline.Playing.class, play.timeline());
        play.waitMillis(200);
        assertInstanceOf(Timeline.Silent.class, play.timeline());
    }

    @Test
    void aPersonsPauseIsAppliedAtOnceAndThePlayerTold() {
        play.follow("a", 0);
        play.waitMillis(2_000);
        List<PartyEffect> effects = play.ask(HOST, new Wish.Pause());

        assertTrue(effects.contains(new PartyEffect.Command(HOST, new PlayerCommand.Pause())));
        assertInstanceOf(Timeline.Paused.class, play.timeline());
    }

    @Test
    void aPersonsPauseIsNeverEndedByThePlayer() {
        play.follow("a", 0);
        play.waitMillis(2_000);
        play.ask(HOST, new Wish.Pause());
        for (int second = 3; second < 20; second++) {
            play.waitMillis(1_000);
            play.plays("a", second * 1_000L);
        }
        assertInstanceOf(Timeline.Paused.class, play.timeline());
    }

    @Test
    void afterASeekReportsThatContradictItWaitUntilThePlayerObeys() {
        play.follow("a", 0);
        play.waitMillis(2_000);
        play.ask(HOST, new Wish.Seek(Duration.ofSeconds(100)));
        play.waitMillis(300);
        assertEquals(List.of(), play.plays("a", 2_300));
        play.waitMillis(300);
        assertEquals(List.of(), play.plays("a", 2_600));
        play.waitMillis(300);
        assertEquals(List.of(), play.plays("a", 100_800));
        assertEquals(2, play.count(PartyEffect.Play.class));
    }

    @Test
    void aPlayerThatDoesNotObeyLeadsAgainAfterTwoSeconds() {
        play.follow("a", 0);
        play.waitMillis(2_000);
        play.ask(HOST, new Wish.Seek(Duration.ofSeconds(100)));
        for (int second = 3; second <= 8; second++) {
            play.waitMillis(1_000);
            play.plays("a", second * 1_000L);
        }
        assertTrue(Math.abs(play.position().toMillis() - 8_000) < 100);
    }

    @Test
    void skippingIsSilenceUntilThePlayerShowsTheNextTrack() {
        play.follow("a", 0);
        play.waitMillis(5_000);
        play.plays("a", 5_000);
        List<PartyEffect> effects = play.ask(HOST, new Wish.Skip());
        assertTrue(effects.contains(new PartyEffect.Command(HOST, new PlayerCommand.Next())));
        assertInstanceOf(Timeline.Silent.class, play.timeline());
        play.waitMillis(100);
        play.plays("a", 5_100);
        assertInstanceOf(Timeline.Silent.class, play.timeline());
        play.waitMillis(100);
        play.follow("b", 0);
        assertEquals(track("b"), play.lastPlay().track());
    }

    @Test
    void aFinishedTrackIsNotPlayedAgainByItsLastReadings() {
        play.follow("a", 195_100);
        play.waitMillis(4_800);
        play.finished();
        play.waitMillis(50);
        play.plays("a", 199_900);
        assertInstanceOf(Timeline.Silent.class, play.timeline());
        play.waitMillis(1_000);
        play.plays("a", 900);
        assertInstanceOf(Timeline.Playing.class, play.timeline());
    }

    @Test
    void aTrackThatCannotBePlayedIsToldAndShownUntilThePlayerMovesOn() {
        play.follow("a", 0);
        play.waitMillis(1_000);
        List<PartyEffect> effects = play.failed();
        assertTrue(
                effects.contains(
                        new PartyEffect.Tell(
                                HOST,
                                new Note.Unplayable(track("a"), Problem.NO_SOUND, "no frame"))));
        play.waitMillis(1_000);
        play.plays("a", 2_000);
        assertInstanceOf(Timeline.Silent.class, play.timeline());
        assertEquals(
                new Search.Failed(Stageplay.seen("a"), Problem.NO_SOUND, "no frame"),
                play.view().search());

        play.waitMillis(1_000);
        play.follow("b", 0);
        assertEquals(new Search.Idle(), play.view().search());
        assertEquals(track("b"), play.lastPlay().track());
    }

    @Test
    void aReportFromAGuestsCompanionLeadsNobody() {
        play.send(
                new PartyInput.Reported(
                        Stageplay.GUEST,
                        new Sighting(
                                Stageplay.seen("x"),
                                Sighting.Status.PLAYING,
                                Duration.ZERO,
                                true,
                                1.0,
                                play.now())));
        assertEquals(HostLink.NONE, play.view().hostLink());
        assertEquals(List.of(), play.effects);
    }

    @Test
    void aCopyOfWhatThePlayerPlaysGoesOnWhereThePlayerIs() {
        play.follow("a", 60_000);
        play.waitMillis(2_000);
        Track copy = track("a copy");
        play.send(new PartyInput.Ended(play.lastPlay().id(), new EndReason.Replaced(copy)));
        assertEquals(copy, play.lastPlay().track());
        assertEquals(Duration.ofMillis(62_060), play.lastPlay().from());
        play.plays("a", 62_100);
        assertEquals(copy, play.lastPlay().track());
    }
}
