package dev.downbeat.party;

import static dev.downbeat.party.Stageplay.GUEST;
import static dev.downbeat.party.Stageplay.HOST;
import static dev.downbeat.party.Stageplay.said;
import static dev.downbeat.party.Stageplay.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Coming, going, repeating, dying and ending. */
final class LifeTest {
    private static final Place VOICE = new Place("discord-voice", "g:c");

    @Test
    void aSilentCompanionIsLostAfterFiveSecondsAndNothingIsHeardOfIt() {
        Stageplay play = new Stageplay(Mode.FOLLOW);
        play.follow("a", 0);
        Timeline before = play.timeline();
        int effects = play.effects.size();
        play.waitMillis(4_999);
        assertEquals(HostLink.PRESENT, play.view().hostLink());
        play.waitMillis(1);
        assertEquals(HostLink.LOST, play.view().hostLink());
        assertTrue(play.view().autopilot());
        assertEquals(before, play.timeline());
        assertEquals(effects, play.effects.size());
    }

    @Test
    void anySignOfLifeKeepsTheHost() {
        Stageplay play = new Stageplay(Mode.FOLLOW);
        play.follow("a", 0);
        for (int second = 0; second < 20; second++) {
            play.waitMillis(1_500);
            play.send(new PartyInput.Alive(HOST));
        }
        assertEquals(HostLink.PRESENT, play.view().hostLink());
    }

    @Test
    void aCutSocketIsALossAtOnceAndAGoodbyeIsNot() {
        Stageplay play = new Stageplay(Mode.FOLLOW);
        play.follow("a", 0);
        play.send(new PartyInput.Gone(HOST, false));
        assertEquals(HostLink.LOST, play.view().hostLink());
        play.send(new PartyInput.Gone(HOST, true));
        assertEquals(HostLink.NONE, play.view().hostLink());
        assertTrue(play.view().autopilot());
    }

    @Test
    void onAutopilotTheTrackPlaysOnAndThenTheQueue() {
        Stageplay play = new Stageplay(Mode.FOLLOW);
        play.follow("a", 0);
        play.play(GUEST, "b");
        assertEquals(track("a"), play.lastPlay().track());
        play.send(new PartyInput.Gone(HOST, false));
        play.finished();
        assertEquals(track("b"), play.lastPlay().track());
    }

    @Test
    void aReturningHostDoesNotCutTheTrackItStillPlays() {
        Stageplay play = new Stageplay(Mode.FOLLOW);
        play.follow("a", 0);
        play.send(new PartyInput.Gone(HOST, false));
        for (int second = 10; second < 30; second++) {
            play.waitMillis(second == 10 ? 10_000 : 1_000);
            play.plays("a", second * 1_000L);
        }
        assertEquals(1, play.count(PartyEffect.Play.class));
        assertFalse(play.view().autopilot());
    }

    @Test
    void aReturningHostWithAnotherTrackLeadsAfterTheGrace() {
        Stageplay play = new Stageplay(Mode.FOLLOW);
        play.follow("a", 0);
        play.send(new PartyInput.Gone(HOST, false));
        play.waitMillis(10_000);
        play.plays("b", 0);
        assertInstanceOf(Timeline.Playing.class, play.timeline());
        play.waitMillis(2_000);
        play.found("b");
        assertEquals(track("b"), play.lastPlay().track());
        assertEquals(Duration.ofMillis(2_060), play.lastPlay().from());
    }

    @Test
    void aRemovedVoicePausesForEveryoneUntilAPersonResumes() {
        Stageplay play = new Stageplay(Mode.FOLLOW);
        play.follow("a", 0);
        play.ask(HOST, new Wish.Attach(VOICE));
        play.ask(GUEST, new Wish.Silence(VOICE));
        assertTrue(play.view().places().isEmpty());
        for (int second = 1; second < 10; second++) {
            play.waitMillis(1_000);
            play.plays("a", second * 1_000L);
        }
        Timeline.Paused paused = assertInstanceOf(Timeline.Paused.class, play.timeline());
        assertEquals(new PausedBy.Removal(), paused.by());
        play.ask(HOST, new Wish.Resume());
        assertInstanceOf(Timeline.Playing.class, play.timeline());
    }

    @Test
    void aRepeatedWishIsAnsweredAgainAndNotDoneAgain() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        play.play(HOST, "a");
        play.play(HOST, "b");
        play.play(HOST, "c");
        play.ask(HOST, "once", new Wish.Skip());
        List<PartyEffect> again = play.ask(HOST, "once", new Wish.Skip());
        assertEquals(1, again.size());
        assertEquals(new Note.Skipped(), said(again));
        assertEquals(track("b"), play.lastPlay().track());
    }

    @Test
    void anotherPersonsWishWithTheSameIdIsAnotherWish() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        play.play(HOST, "a");
        play.ask(HOST, "same", new Wish.Pause());
        assertEquals(new Note.OnlyListeners(), said(play.ask(GUEST, "same", new Wish.Pause())));
    }

    @Test
    void aRepeatWhileTheSourcesLookIsAnsweredByTheOneFinalAnswer() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        Wish wish = new Wish.Play(new TrackRequest.Typed("a"));
        play.ask(GUEST, "once", wish);
        assertEquals(List.of(), play.ask(GUEST, "once", wish));
        assertEquals(new Note.NowPlaying(track("a")), said(play.found("a")));
        assertEquals(1, play.count(PartyEffect.Resolve.class));
    }

    @Test
    void aWishIsForgottenAfterTenMinutes() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        play.ask(HOST, "once", new Wish.Attach(VOICE));
        play.wait(Party.WISH_MEMORY);
        assertFalse(play.party().decide(asked("once"), play.now()).events().isEmpty());
    }

    private static PartyInput asked(String id) {
        return new PartyInput.Asked(HOST, new WishId(id), new Wish.Attach(VOICE));
    }

    @Test
    void aSourceThatNeverAnswersIsAFailureAfterAMinute() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        play.ask(GUEST, new Wish.Play(new TrackRequest.Typed("a")));
        play.wait(Questions.PATIENCE);
        assertEquals(
                new Note.Failed(Problem.SOURCE_TIMED_OUT, ""),
                said(play.effects.subList(play.effects.size() - 1, play.effects.size())));
    }

    @Test
    void theEndAnswersEveryoneAndIsFinal() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        play.play(HOST, "a");
        play.ask(GUEST, new Wish.Play(new TrackRequest.Typed("b")));
        List<PartyEffect> effects = play.ask(HOST, "end", new Wish.End());

        assertEquals(2, effects.stream().filter(PartyEffect.Answer.class::isInstance).count());
        assertEquals(new PartyEffect.Close(), effects.getLast());
        assertEquals(new Note.PartyEnded(), said(play.ask(HOST, new Wish.Resume())));
        assertEquals(List.of(), play.found("b"));
        assertEquals(Instant.MAX, play.party().wakeAt());
        assertEquals(List.of(), play.party().resume(play.now()));
    }

    @Test
    void afterARestartTheMusicHasGoneOn() {
        Stageplay play = new Stageplay(Mode.FOLLOW);
        play.follow("a", 10_000);
        Stageplay again = new Stageplay(play.log, play.now().plusSeconds(20));
        PartyEffect.Play sound =
                assertInstanceOf(
                        PartyEffect.Play.class, again.party().resume(again.now()).getFirst());
        assertEquals(Duration.ofMillis(30_060), sound.from());
        again.waitMillis(4_000);
        assertEquals(HostLink.PRESENT, again.view().hostLink());
    }

    @Test
    void afterALongRestartTheNextTrackStartsFromItsBeginning() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        play.play(HOST, "a");
        play.sounding();
        play.play(HOST, "b");
        Stageplay again = new Stageplay(play.party().snapshot(), play.now().plusSeconds(300));
        again.effects.addAll(again.party().resume(again.now()));
        assertEquals(0, again.count(PartyEffect.Play.class));
        again.waitMillis(0);
        assertEquals(track("b"), again.lastPlay().track());
        assertEquals(Duration.ZERO, again.lastPlay().from());
    }

    @Test
    void openQuestionsAreAskedAgainAndPausedStaysPaused() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        play.play(HOST, "a");
        play.ask(HOST, new Wish.Pause());
        play.ask(GUEST, new Wish.Play(new TrackRequest.Typed("b")));
        Stageplay again = new Stageplay(play.log, play.now().plusSeconds(20));
        List<PartyEffect> owed = again.party().resume(again.now());
        assertTrue(owed.contains(play.lastQuestion()));
        assertTrue(owed.stream().noneMatch(PartyEffect.Play.class::isInstance));
        assertEquals(play.view(), again.view());
    }

    @Test
    void aSnapshotRemembersWishes() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        play.ask(HOST, "once", new Wish.Attach(VOICE));
        Stageplay again = new Stageplay(play.party().snapshot(), play.now());
        Decision repeat = again.party().decide(asked("once"), again.now());
        assertEquals(List.of(), repeat.events());
        assertEquals(1, repeat.effects().size());
    }
}
