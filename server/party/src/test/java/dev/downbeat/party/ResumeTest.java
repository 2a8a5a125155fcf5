package dev.downbeat.party;

import static dev.downbeat.party.Stageplay.HOST;
import static dev.downbeat.party.Stageplay.said;
import static dev.downbeat.party.Stageplay.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;

/** A person resumes in follow mode while the host's player does not lead to a sound. */
final class ResumeTest {
    private final Stageplay play = new Stageplay(Mode.FOLLOW);

    /** What the host's player is like before a person resumes, and with what queue. */
    enum Before {
        NEVER_SEEN {
            @Override
            void happen(Stageplay play) {}
        },
        SEEN_WITHOUT_A_TRACK {
            @Override
            void happen(Stageplay play) {
                play.send(new PartyInput.Alive(HOST));
            }
        },
        STOPPED {
            @Override
            void happen(Stageplay play) {
                play.follow("x", 0);
                play.waitMillis(1_000);
                play.report("x", Sighting.Status.STOPPED, 0);
                play.waitMillis(2_000);
            }
        },
        PAUSED_ON_WHAT_NOBODY_HAS {
            @Override
            void happen(Stageplay play) {
                play.report("x", Sighting.Status.PAUSED, 5_000);
                play.answer(new Resolution.NotFound());
            }
        },
        PLAYING_WHAT_NOBODY_HAS {
            @Override
            void happen(Stageplay play) {
                play.plays("x", 5_000);
                play.answer(new Resolution.NotFound());
            }
        },
        PLAYING_WHAT_CANNOT_BE_PLAYED {
            @Override
            void happen(Stageplay play) {
                play.follow("x", 5_000);
                play.failed();
            }
        };

        abstract void happen(Stageplay play);
    }

    @ParameterizedTest
    @EnumSource(Before.class)
    void theQueueStartsWhenThePlayerLeadsToNothing(Before before) {
        before.happen(play);
        play.play(HOST, "a");
        assertInstanceOf(Timeline.Silent.class, play.timeline());
        assertTrue(play.view().prospect().resumes());

        assertEquals(new Note.NowPlaying(track("a")), said(play.ask(HOST, new Wish.Resume())));

        assertEquals(track("a"), play.lastPlay().track());
        assertEquals(0, play.count(PartyEffect.Command.class));
    }

    @ParameterizedTest
    @EnumSource(Before.class)
    void withoutAQueueThereIsNothingToResume(Before before) {
        before.happen(play);
        assertFalse(play.view().prospect().resumes());
        assertEquals(new Note.NothingFromPlayer(), said(play.ask(HOST, new Wish.Resume())));
    }

    @Test
    void whileThePlayerIsSilentNobodyIsOfferedToGoBackAndWhoTriesIsToldOfThePlayer() {
        play.follow("x", 0);
        play.waitMillis(1_000);
        play.follow("y", 0);
        assertTrue(play.view().prospect().goesBack());

        play.waitMillis(1_000);
        play.report("y", Sighting.Status.STOPPED, 0);
        play.waitMillis(2_000);

        assertFalse(play.view().played().isEmpty());
        assertFalse(play.view().prospect().goesBack());
        assertEquals(new Note.NothingFromPlayer(), said(play.ask(HOST, new Wish.Previous())));
    }

    @Test
    void beforeThePlayerWasSeenWhoGoesBackIsToldOfThePlayer() {
        assertEquals(new Note.NothingFromPlayer(), said(play.ask(HOST, new Wish.Previous())));
    }

    @Test
    void whileThePlayerIsAwayWhoGoesBackInSilenceIsToldHowToStart() {
        play.send(new PartyInput.Alive(HOST));
        play.send(new PartyInput.Gone(HOST, true));
        assertEquals(new Note.NothingPlaying(), said(play.ask(HOST, new Wish.Previous())));
    }

    @Test
    void whileThePlayerIsAwayTheLastTrackHeardComesBack() {
        play.follow("x", 0);
        play.waitMillis(1_000);
        play.send(new PartyInput.Gone(HOST, true));
        play.finished();
        assertTrue(play.view().prospect().goesBack());
        assertEquals(new Note.WentBack(), said(play.ask(HOST, new Wish.Previous())));
        assertEquals(track("x"), play.lastPlay().track());
    }

    @Test
    void whoQueuesATrackWhileThePlayerLeadsIsToldThatItWaits() {
        play.follow("x", 0);
        assertEquals(new Note.QueuedAside(track("a"), 0), said(play.play(HOST, "a")));

        play.send(new PartyInput.Gone(HOST, true));
        assertTrue(play.view().prospect().queueLeads());
        assertEquals(new Note.Queued(track("b"), 1), said(play.play(HOST, "b")));
    }

    @Test
    void whoPlaysATrackInSilenceWhileThePlayerIsAwayIsToldWithWhatTheMusicStarts() {
        Before.STOPPED.happen(play);
        play.play(HOST, "a");
        assertTrue(play.view().prospect().queueWaits());
        assertFalse(play.view().prospect().queueLeads());
        play.send(new PartyInput.Gone(HOST, true));
        assertInstanceOf(Timeline.Silent.class, play.timeline());
        assertTrue(play.view().prospect().queueWaits());

        assertEquals(new Note.QueueStarted(track("a"), track("b"), 0), said(play.play(HOST, "b")));

        assertEquals(track("a"), play.lastPlay().track());
        assertFalse(play.view().prospect().queueWaits());
    }

    @Test
    void aQueueBehindATrackThatThePlayerHoldsDoesNotWaitForAResume() {
        play.report("x", Sighting.Status.PAUSED, 5_000);
        play.found("x");
        play.play(HOST, "a");

        assertTrue(play.view().prospect().resumes());
        assertFalse(play.view().prospect().queueWaits());
    }

    @Test
    void aPausedPlayerDoesNotDisturbTheQueueAndTheQueueGoesOn() {
        Before.PAUSED_ON_WHAT_NOBODY_HAS.happen(play);
        play.play(HOST, "a");
        play.play(HOST, "b");
        play.ask(HOST, new Wish.Resume());
        play.sounding();
        for (int second = 0; second < 3; second++) {
            play.waitMillis(1_000);
            play.report(second == 1 ? "y" : "x", Sighting.Status.PAUSED, 5_000);
        }
        assertEquals(track("a"), play.lastPlay().track());
        play.finished();
        assertEquals(track("b"), play.lastPlay().track());
        assertInstanceOf(Timeline.Buffering.class, play.timeline());
    }

    @Test
    void whatNobodyHasDoesNotDisturbTheQueueAndTheNextTrackOfThePlayerDoes() {
        Before.PLAYING_WHAT_NOBODY_HAS.happen(play);
        play.play(HOST, "a");
        play.ask(HOST, new Wish.Resume());
        play.sounding();
        play.waitMillis(1_000);
        assertEquals(List.of(), play.plays("x", 6_000));

        play.waitMillis(1_000);
        play.follow("y", 0);
        assertEquals(track("y"), play.lastPlay().track());
        assertInstanceOf(Timeline.Playing.class, play.timeline());
    }

    @Test
    void thePlayerLeadsAgainAsSoonAsItPlays() {
        play.play(HOST, "a");
        play.ask(HOST, new Wish.Resume());
        play.sounding();
        play.waitMillis(1_000);
        play.report("x", Sighting.Status.PAUSED, 5_000);
        play.waitMillis(1_000);
        play.follow("x", 5_000);
        assertEquals(track("x"), play.lastPlay().track());
        play.waitMillis(1_000);
        play.ask(HOST, new Wish.Pause());
        assertEquals(new PlayerCommand.Pause(), play.last(PartyEffect.Command.class).command());
    }

    @Test
    void aTrackThatThePlayerHoldsPausedIsResumedThereAndInThePlayer() {
        play.report("x", Sighting.Status.PAUSED, 5_000);
        play.found("x");
        assertTrue(play.view().prospect().resumes());
        play.play(HOST, "a");

        List<PartyEffect> effects = play.ask(HOST, new Wish.Resume());

        assertEquals(new Note.Resumed(Duration.ofSeconds(5)), said(effects));
        assertEquals(track("x"), play.lastPlay().track());
        assertTrue(effects.contains(new PartyEffect.Command(HOST, new PlayerCommand.Play())));
    }

    @Test
    void whatAPersonPausedGoesOnWhereThePlayerWentMeanwhile() {
        play.follow("a", 0);
        play.waitMillis(6_000);
        play.ask(HOST, new Wish.Pause());
        play.report("a", Sighting.Status.PAUSED, 6_000);
        play.waitMillis(3_000);
        play.plays("a", 6_000);
        play.waitMillis(5_000);
        play.plays("a", 11_000);

        Note said = said(play.ask(HOST, new Wish.Resume()));

        assertEquals(new Note.Resumed(Duration.ofMillis(11_060)), said);
        assertEquals(Duration.ofMillis(11_060), play.lastPlay().from());
    }

    @Test
    void whatWasStoppedInDiscordIsTakenUpAgainWhereThePlayerIs() {
        play.follow("x", 0);
        play.waitMillis(5_000);
        play.ask(HOST, new Wish.Stop());
        play.waitMillis(500);
        play.report("x", Sighting.Status.PAUSED, 5_000);

        List<PartyEffect> effects = play.ask(HOST, new Wish.Resume());

        assertEquals(new Note.Resumed(Duration.ofSeconds(5)), said(effects));
        assertTrue(effects.contains(new PartyEffect.Command(HOST, new PlayerCommand.Play())));
    }

    @Test
    void whileTheSourcesStillLookAResumeIsAskedToWait() {
        play.plays("x", 0);
        PartyEffect.Resolve asked = play.lastQuestion();
        play.play(HOST, "a");
        assertFalse(play.view().prospect().resumes());
        assertEquals(new Note.Busy(), said(play.ask(HOST, new Wish.Resume())));

        play.send(new PartyInput.Resolved(asked.id(), new Resolution.Found(track("x"))));
        assertEquals(track("x"), play.lastPlay().track());
    }
}
