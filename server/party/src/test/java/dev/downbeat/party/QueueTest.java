package dev.downbeat.party;

import static dev.downbeat.party.Stageplay.GUEST;
import static dev.downbeat.party.Stageplay.HOST;
import static dev.downbeat.party.Stageplay.said;
import static dev.downbeat.party.Stageplay.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The party's own queue leads. */
final class QueueTest {
    private final Stageplay play = new Stageplay(Mode.QUEUE);

    @Test
    void aGuestsTrackSoundsAtOnceWhenNothingElseDoes() {
        assertEquals(new Note.NowPlaying(track("a")), said(play.play(GUEST, "a")));
        assertInstanceOf(Timeline.Buffering.class, play.timeline());
    }

    @Test
    void theTimelineWaitsForItsSoundAndThenGoesByItsFrames() {
        play.play(GUEST, "a");
        play.waitMillis(2_000);
        play.send(
                new PartyInput.Sounding(
                        play.lastPlay().id(), Duration.ofMillis(20), play.now().plusMillis(500)));
        play.waitMillis(1_500);
        assertEquals(Duration.ofMillis(1_020), play.position());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!?", "***", "\u200b", "🎵"})
    void aWishWithoutALetterOrDigitIsToldWhatToType(String typed) {
        Wish wish = new Wish.Play(new TrackRequest.Typed(typed));
        assertEquals(new Note.NothingTyped(), said(play.ask(GUEST, wish)));
        assertEquals(0, play.count(PartyEffect.Resolve.class));
    }

    @Test
    void laterTracksQueueUpAndTheNextIsMadeReady() {
        play.play(HOST, "a");
        List<PartyEffect> effects = play.play(GUEST, "b");
        assertEquals(new Note.Queued(track("b"), 0), said(effects));
        assertTrue(effects.contains(new PartyEffect.Prepare(track("b"))));
    }

    @Test
    void whatEndsGivesWayToTheNextWithoutBeingCut() {
        play.play(HOST, "a");
        play.play(HOST, "b");
        long stops = play.count(PartyEffect.Stop.class);
        play.finished();
        assertEquals(track("b"), play.lastPlay().track());
        assertEquals(stops, play.count(PartyEffect.Stop.class));
        assertEquals(List.of(track("a")), play.view().played());
    }

    @Test
    void wordsAboutAnOldPlaybackAreIgnored() {
        play.play(HOST, "a");
        PlaybackId old = play.lastPlay().id();
        play.play(HOST, "b");
        play.ask(HOST, new Wish.Skip());
        assertEquals(List.of(), play.send(new PartyInput.Ended(old, new EndReason.Finished())));
        assertEquals(track("b"), play.lastPlay().track());
    }

    @Test
    void aCopyTakesThePlaceOfWhatGaveNoSound() {
        play.play(HOST, "a");
        play.play(HOST, "b");
        Track copy = track("a copy");
        play.send(new PartyInput.Ended(play.lastPlay().id(), new EndReason.Replaced(copy)));
        assertEquals(copy, play.lastPlay().track());
        assertEquals(new Search.Idle(), play.view().search());
        assertEquals(0, play.count(PartyEffect.Tell.class));
        assertEquals(
                List.of(track("b")), play.view().queue().stream().map(QueueItem::track).toList());
    }

    @Test
    void wordsThatFitSeveralTracksAreToldWhichAndTheSearchIsOver() {
        TrackRequest what = new TrackRequest.Typed("metronomes");
        play.ask(GUEST, new Wish.Play(what));
        assertEquals(new Search.Asking(what), play.view().search());
        List<PartyEffect> effects =
                play.answer(new Resolution.Several(List.of("A – One", "B – Two"), 7));
        assertEquals(new Note.Several(what, List.of("A – One", "B – Two"), 7), said(effects));
        assertEquals(new Search.Idle(), play.view().search());
    }

    @Test
    void whoAsksForWhatIsSoIsToldWhatIsSo() {
        play.play(HOST, "a");
        assertEquals(
                already(Note.AlreadySo.What.STARTING), said(play.ask(HOST, new Wish.Resume())));
        play.sounding();
        assertEquals(already(Note.AlreadySo.What.PLAYING), said(play.ask(HOST, new Wish.Resume())));
        play.ask(HOST, new Wish.Pause());
        assertEquals(already(Note.AlreadySo.What.PAUSED), said(play.ask(HOST, new Wish.Pause())));
        assertEquals(
                already(Note.AlreadySo.What.QUEUEING),
                said(play.ask(HOST, new Wish.SetMode(Mode.QUEUE))));
    }

    private static Note already(Note.AlreadySo.What what) {
        return new Note.AlreadySo(what);
    }

    @Test
    void whatCannotBePlayedIsToldAndTheQueueGoesOn() {
        play.play(HOST, "a");
        play.play(HOST, "b");
        List<PartyEffect> effects = play.failed();
        assertTrue(effects.contains(unplayable("a")), effects.toString());
        assertEquals(track("b"), play.lastPlay().track());
    }

    @Test
    void theReasonIsShownUntilAnotherTrackSounds() {
        play.play(HOST, "a");
        play.sounding();
        play.waitMillis(3_000);
        play.failed();
        assertInstanceOf(Timeline.Silent.class, play.timeline());
        Search.Failed shown = assertInstanceOf(Search.Failed.class, play.view().search());
        assertEquals(Problem.NO_SOUND, shown.problem());

        play.play(HOST, "b");
        play.sounding();
        assertEquals(new Search.Idle(), play.view().search());
    }

    private static PartyEffect unplayable(String title) {
        return new PartyEffect.Tell(
                HOST, new Note.Unplayable(track(title), Problem.NO_SOUND, "no frame"));
    }

    @Test
    void fiveFailuresInARowAreEnoughAndTheHostIsTold() {
        for (int i = 0; i < 7; i++) {
            play.play(HOST, "t" + i);
        }
        for (int i = 0; i < 5; i++) {
            play.failed();
        }
        assertInstanceOf(Timeline.Silent.class, play.timeline());
        assertEquals(2, play.view().queue().size());
        assertEquals(
                List.of(unplayable("t4"), new PartyEffect.Tell(HOST, new Note.GaveUp(5))),
                play.effects.subList(play.effects.size() - 2, play.effects.size()));
    }

    @Test
    void aSoundForgivesEarlierFailures() {
        IntStream.range(0, 7).forEach(i -> play.play(HOST, "t" + i));
        for (int i = 0; i < 6; i++) {
            play.sounding();
            play.failed();
        }
        assertEquals(track("t6"), play.lastPlay().track());
    }

    @Test
    void previousGoesBackAndSkipComesAgain() {
        play.play(HOST, "a");
        play.play(HOST, "b");
        play.ask(HOST, new Wish.Skip());
        assertEquals(new Note.WentBack(), said(play.ask(HOST, new Wish.Previous())));
        assertEquals(track("a"), play.lastPlay().track());
        play.ask(HOST, new Wish.Skip());
        assertEquals(track("b"), play.lastPlay().track());
    }

    @Test
    void whoSkipsTheLastTrackIsToldThatNothingComesAfterIt() {
        play.play(HOST, "a");
        play.play(HOST, "b");
        assertEquals(new Note.Skipped(), said(play.ask(HOST, new Wish.Skip())));
        assertEquals(new Note.SkippedLast(), said(play.ask(HOST, new Wish.Skip())));
        assertInstanceOf(Timeline.Silent.class, play.timeline());
    }

    @Test
    void thereIsNothingBeforeTheFirstTrack() {
        play.play(HOST, "a");
        assertEquals(new Note.NothingToGoBackTo(), said(play.ask(HOST, new Wish.Previous())));
    }

    @Test
    void goingBackBeforeAnythingWasPlayedTellsHowToStart() {
        assertEquals(new Note.NothingPlaying(), said(play.ask(HOST, new Wish.Previous())));
    }

    @Test
    void seekingBeyondTheTrackIsRefused() {
        play.play(HOST, "a");
        assertEquals(
                new Note.BeyondTrack(Duration.ofSeconds(200)),
                said(play.ask(HOST, new Wish.Seek(Duration.ofSeconds(200)))));
    }

    @Test
    void seekingBackPastTheStartIsTheStart() {
        play.play(HOST, "a");
        play.sounding();
        play.waitMillis(5_000);
        play.ask(HOST, new Wish.SeekBy(Duration.ofSeconds(-10)));
        assertEquals(Duration.ZERO, play.lastPlay().from());
    }

    @Test
    void guestsTakeBackOnlyTheirOwn() {
        play.play(HOST, "a");
        play.play(HOST, "b");
        play.play(GUEST, "c");
        ItemId hosts = play.view().queue().getFirst().id();
        ItemId guests = play.view().queue().getLast().id();
        assertEquals(new Note.OnlyHostOrRequester(), said(play.ask(GUEST, new Wish.Remove(hosts))));
        assertEquals(new Note.Removed(track("c")), said(play.ask(GUEST, new Wish.Remove(guests))));
        assertEquals(new Note.OnlyListeners(), said(play.ask(GUEST, new Wish.Skip())));
    }

    @Test
    void aMovedItemStandsWhereItWasMoved() {
        for (String title : List.of("a", "b", "c", "d")) {
            play.play(HOST, title);
        }
        ItemId last = play.view().queue().getLast().id();
        assertEquals(new Note.Moved(track("d"), 0), said(play.ask(HOST, new Wish.Move(last, -7))));
        assertEquals(last, play.view().queue().getFirst().id());
    }

    @Test
    void tenThousandItemsFitAndNoneMore() {
        for (int i = 0; i <= Queue.LIMIT; i++) {
            play.play(HOST, "t" + i);
        }
        assertEquals(Queue.LIMIT, play.view().queue().size());
        assertEquals(
                new Note.QueueFull(Queue.LIMIT),
                said(play.ask(HOST, new Wish.Play(new TrackRequest.Typed("more")))));
    }

    @Test
    void theQueueIsSharedByAllViewsUntilItChanges() {
        play.play(HOST, "a");
        play.play(HOST, "b");
        List<QueueItem> before = play.view().queue();
        play.ask(HOST, new Wish.Pause());
        assertSame(before, play.view().queue());
    }

    @Test
    void stoppingKeepsTheQueueAndResumingStartsIt() {
        play.play(HOST, "a");
        play.play(HOST, "b");
        play.ask(HOST, new Wish.Stop());
        assertInstanceOf(Timeline.Silent.class, play.timeline());
        assertEquals(1, play.view().queue().size());
        assertEquals(new Note.NowPlaying(track("b")), said(play.ask(HOST, new Wish.Resume())));
    }

    @Test
    void theHostsPlayerDoesNotLead() {
        play.play(HOST, "a");
        assertEquals(List.of(), play.plays("x", 0));
        assertEquals(HostLink.PRESENT, play.view().hostLink());
    }

    @Test
    void aTrackWhoseEndNobodyReportsIsOverFiveSecondsLater() {
        play.play(HOST, "a");
        play.sounding();
        play.wait(Duration.ofSeconds(204));
        assertInstanceOf(Timeline.Playing.class, play.timeline());
        play.wait(Duration.ofSeconds(2));
        assertInstanceOf(Timeline.Silent.class, play.timeline());
    }
}
