package dev.downbeat.party;

import static dev.downbeat.party.Stageplay.HOST;
import static dev.downbeat.party.Stageplay.said;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What is said where the host's player plays unheard, or turns in silence. */
class UnheardTest {
    private final Stageplay play = new Stageplay(Mode.FOLLOW);

    @Test
    void whileTheQueueWaitsWhoSeeksInSilenceIsToldHowItStarts() {
        play.follow("x", 0);
        play.waitMillis(1_000);
        play.report("x", Sighting.Status.STOPPED, 0);
        play.waitMillis(2_000);
        play.play(HOST, "a");

        assertEquals(
                new Note.QueueWaits(false), said(play.ask(HOST, new Wish.Seek(Duration.ZERO))));

        play.send(new PartyInput.Gone(HOST, true));
        assertEquals(new Note.QueueWaits(true), said(play.ask(HOST, new Wish.Seek(Duration.ZERO))));
    }

    @Test
    void whoTurnsThePlayerInSilenceIsToldThatItWasOnlyTold() {
        play.follow("x", 0);
        play.waitMillis(2_000);
        assertEquals(new Note.Stopped(), said(play.ask(HOST, new Wish.Stop())));

        assertEquals(new Note.PlayerTold(), said(play.ask(HOST, new Wish.Skip())));
        assertEquals(new Note.PlayerTold(), said(play.ask(HOST, new Wish.Previous())));
    }

    @Test
    void aPlayerThatPlaysUnderAPersonsPauseIsShownUntilItDoesNot() {
        play.follow("x", 0);
        play.waitMillis(5_000);
        play.ask(HOST, new Wish.Pause());
        play.waitMillis(500);
        play.plays("x", 5_500);
        assertFalse(play.view().prospect().playerPlaysOn());

        play.waitMillis(2_000);
        long before = play.view().revision();
        play.plays("x", 7_500);
        assertTrue(play.view().prospect().playerPlaysOn());
        assertTrue(play.view().revision() > before);

        play.waitMillis(1_000);
        play.report("x", Sighting.Status.PAUSED, 8_500);
        assertFalse(play.view().prospect().playerPlaysOn());

        play.waitMillis(1_000);
        play.plays("x", 8_500);
        assertTrue(play.view().prospect().playerPlaysOn());
        play.ask(HOST, new Wish.Resume());
        assertFalse(play.view().prospect().playerPlaysOn());
    }
}
