package dev.downbeat.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

final class LendingTest {
    private final Stageplay play = new Stageplay(Mode.FOLLOW);

    @Test
    void whatNobodyHadIsAskedForAgainOnceItsHostLends() {
        play.plays("a", 0);
        play.send(new PartyInput.Lends(Stageplay.HOST));
        assertEquals(1, play.count(PartyEffect.Resolve.class));
        play.answer(new Resolution.NotFound());

        play.send(new PartyInput.Lends(Stageplay.GUEST));
        assertEquals(1, play.count(PartyEffect.Resolve.class));
        play.send(new PartyInput.Lends(Stageplay.HOST));

        assertEquals(2, play.count(PartyEffect.Resolve.class));
        play.found("a");
        assertInstanceOf(Timeline.Playing.class, play.timeline());
        play.send(new PartyInput.Lends(Stageplay.HOST));
        assertEquals(2, play.count(PartyEffect.Resolve.class));
    }

    @Test
    void whatIsNoLongerHereIsAskedForAnewWhenThePlayerShowsItAgain() {
        play.follow("a", 0);
        play.sounding();
        play.waitMillis(1_000);

        gone(play);
        assertInstanceOf(Search.Failed.class, play.view().search());
        play.send(new PartyInput.Alive(Stageplay.HOST));
        assertEquals(1, play.count(PartyEffect.Resolve.class));

        play.waitMillis(1_000);
        play.follow("a", 2_000);
        play.sounding();
        assertEquals(2, play.count(PartyEffect.Resolve.class));
        assertInstanceOf(Timeline.Playing.class, play.timeline());
        assertEquals(new Search.Idle(), play.view().search());
        assertEquals(Duration.ofMillis(2_060), play.lastPlay().from());
    }

    @Test
    void afterARestartNothingIsAskedBeforeTheCompanionIsBackHoweverLate() {
        play.follow("a", 0);
        play.sounding();
        Stageplay later = new Stageplay(play.log, play.now().plusSeconds(2));
        List<PartyEffect> owed = later.party().resume(later.now());
        later.effects.addAll(owed);

        gone(later);
        later.waitMillis(20_000);
        assertEquals(0, later.count(PartyEffect.Resolve.class));

        later.plays("a", 22_000);
        later.waitMillis(2_000);
        later.found("a");
        assertEquals(1, later.count(PartyEffect.Resolve.class));
        assertInstanceOf(Timeline.Playing.class, later.timeline());
    }

    @Test
    void untilThePlayerIsHeardOfTheCardSaysThatTheFileComesAgain() {
        play.follow("a", 0);

        gone(play);

        var shown = assertInstanceOf(Search.Failed.class, play.view().search());
        assertEquals(Problem.LENT_ANEW, shown.problem());
    }

    @Test
    void whatItsHostNoLongerLendsIsAskedForOnce() {
        play.follow("a", 0);
        gone(play);
        play.waitMillis(1_000);
        play.plays("a", 1_000);
        play.answer(new Resolution.NotFound());
        for (int second = 2; second < 10; second++) {
            play.waitMillis(1_000);
            play.plays("a", second * 1_000L);
        }
        assertEquals(2, play.count(PartyEffect.Resolve.class));
        assertInstanceOf(Search.NotFound.class, play.view().search());
    }

    @Test
    void whatGoesAgainAndAgainBeforeItSoundsHasFailed() {
        for (int second = 0; second < 20; second++) {
            if (!play.plays("a", second * 1_000L).isEmpty()) {
                play.found("a");
                gone(play);
            }
            play.waitMillis(1_000);
        }
        assertEquals(Turns.FAILURES_IN_A_ROW, play.count(PartyEffect.Resolve.class));
        assertEquals(1, play.count(PartyEffect.Tell.class));
        assertInstanceOf(Search.Failed.class, play.view().search());
    }

    @Test
    void withoutThePlayerTheQueueGoesOnAndThePlayerIsFollowedWhenItIsBack() {
        play.follow("a", 0);
        play.play(Stageplay.HOST, "b");
        play.send(new PartyInput.Gone(Stageplay.HOST, false));

        gone(play);
        assertEquals(Stageplay.track("b"), play.lastPlay().track());
        assertEquals(1, play.count(PartyEffect.Tell.class));

        play.waitMillis(1_000);
        play.plays("a", 1_000);
        play.waitMillis(2_000);
        play.found("a");
        assertEquals(Stageplay.track("a"), play.lastPlay().track());
    }

    @Test
    void whereTheQueueLeadsWhatIsGoneHasFailedLikeAnyTrack() {
        Stageplay queue = new Stageplay(Mode.QUEUE);
        queue.play(Stageplay.HOST, "a");
        queue.play(Stageplay.HOST, "b");
        gone(queue);
        assertEquals(Stageplay.track("b"), queue.lastPlay().track());
        assertInstanceOf(Note.Unplayable.class, queue.last(PartyEffect.Tell.class).note());
    }

    private static void gone(Stageplay play) {
        play.send(new PartyInput.Ended(play.lastPlay().id(), new EndReason.Gone("upload_gone")));
    }
}
