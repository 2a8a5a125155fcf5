package dev.downbeat.party;

import static dev.downbeat.party.Stageplay.GUEST;
import static dev.downbeat.party.Stageplay.HOST;
import static dev.downbeat.party.Stageplay.said;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What listeners decide together. */
final class VoteTest {
    private static final Place VOICE = new Place("discord-voice", "g:1");
    private static final Place WEB = new Place("web", "p");
    private static final SeatId ANNA = new SeatId("discord:11");
    private static final SeatId BORIS = new SeatId("discord:12");
    private static final SeatId CLARA = new SeatId("discord:13");
    private static final SeatId DMITRI = new SeatId("discord:14");

    private final Stageplay play = new Stageplay(Mode.QUEUE);

    @BeforeEach
    void aTrackPlays() {
        play.ask(HOST, new Wish.Attach(VOICE));
        play.ask(HOST, new Wish.Attach(WEB));
        play.play(HOST, "a");
        play.play(HOST, "b");
        play.sounding();
    }

    private void hear(SeatId... who) {
        hear(VOICE, who);
    }

    private void hear(Place at, SeatId... who) {
        play.send(new PartyInput.Hears(at, Arrays.stream(who).collect(Collectors.toSet())));
    }

    private String playing() {
        return Timelines.track(play.timeline()).map(Track::title).orElse("nothing");
    }

    @Test
    void halfOfThosePresentSkip() {
        hear(ANNA, BORIS, CLARA, DMITRI);
        play.waitMillis(30_000);

        assertEquals(new Note.Voted(Ballot.SKIP, 1, 2), said(play.ask(ANNA, new Wish.Skip())));
        assertEquals("a", playing());
        assertEquals(new Note.Skipped(), said(play.ask(BORIS, new Wish.Skip())));
        assertEquals("b", playing());
    }

    @Test
    void anOddNumberIsRoundedUp() {
        hear(ANNA, BORIS, CLARA);
        play.waitMillis(30_000);

        assertEquals(new Note.Voted(Ballot.SKIP, 1, 2), said(play.ask(ANNA, new Wish.Skip())));
    }

    @Test
    void oneListenerAloneIsEnough() {
        hear(ANNA);
        play.waitMillis(30_000);

        assertEquals(new Note.Skipped(), said(play.ask(ANNA, new Wish.Skip())));
    }

    @Test
    void whoHearsNothingHasNoVote() {
        hear(ANNA);
        play.waitMillis(30_000);

        assertEquals(new Note.OnlyListeners(), said(play.ask(GUEST, new Wish.Skip())));
        assertEquals(new Note.OnlyListeners(), said(play.ask(BORIS, new Wish.Pause())));
    }

    @Test
    void whoCameJustNowVotesThirtySecondsAfterComing() {
        hear(ANNA);
        play.waitMillis(12_000);

        assertEquals(
                new Note.VoteLater(Duration.ofSeconds(18)), said(play.ask(ANNA, new Wish.Skip())));
        assertEquals("a", playing());
    }

    @Test
    void aPersonInVoiceAndInABrowserCountsOnce() {
        hear(ANNA, BORIS);
        hear(WEB, ANNA, BORIS);
        play.waitMillis(30_000);

        assertEquals(2, play.view().audience().people());
        assertEquals(new Note.Skipped(), said(play.ask(ANNA, new Wish.Skip())));
    }

    @Test
    void aSecondVoteOfTheSamePersonChangesNothing() {
        hear(ANNA, BORIS, CLARA);
        play.waitMillis(30_000);
        play.ask(ANNA, new Wish.Skip());

        assertEquals(
                new Note.VotedAlready(Ballot.SKIP, 1, 2), said(play.ask(ANNA, new Wish.Skip())));
        assertEquals("a", playing());
    }

    @Test
    void whoLeavesTakesHisVoteAndHisWeightAlong() {
        hear(ANNA, BORIS, CLARA, DMITRI);
        play.waitMillis(30_000);
        play.ask(ANNA, new Wish.Skip());
        hear(BORIS, CLARA, DMITRI);
        assertEquals(List.of(new Poll(Ballot.SKIP, List.of(ANNA), 0, 2)), polls());

        play.ask(BORIS, new Wish.Skip());
        assertEquals("a", playing());
        hear(BORIS, CLARA);
        assertEquals("b", playing(), "one of two is half");
    }

    @Test
    void whoComesMakesOneMoreVoteNecessaryAfterThirtySeconds() {
        hear(ANNA, BORIS, CLARA);
        play.waitMillis(30_000);
        play.ask(ANNA, new Wish.Skip());
        hear(ANNA, BORIS, CLARA, DMITRI, GUEST);
        assertEquals(2, polls().getFirst().needed());

        play.waitMillis(29_999);
        assertEquals(2, polls().getFirst().needed());
        play.waitMillis(1);
        assertEquals(3, polls().getFirst().needed());
    }

    @Test
    void votesDieWithTheTrack() {
        hear(ANNA, BORIS, CLARA);
        play.waitMillis(30_000);
        play.ask(ANNA, new Wish.Skip());
        play.finished();
        play.sounding();

        assertEquals("b", playing());
        assertEquals(List.of(), polls());
        assertEquals(new Note.Voted(Ballot.SKIP, 1, 2), said(play.ask(BORIS, new Wish.Skip())));
    }

    @Test
    void votesOutliveASeekInTheSameTrack() {
        hear(ANNA, BORIS, CLARA);
        play.waitMillis(30_000);
        play.ask(ANNA, new Wish.Skip());
        play.ask(HOST, new Wish.Seek(Duration.ofSeconds(100)));

        assertEquals(List.of(new Poll(Ballot.SKIP, List.of(ANNA), 1, 2)), polls());
    }

    @Test
    void whoCarriedTheWayBackDidNotAskForThatTrack() {
        hear(ANNA, BORIS, CLARA);
        play.waitMillis(30_000);
        play.ask(HOST, new Wish.Skip());
        play.sounding();
        play.ask(ANNA, new Wish.Previous());
        play.ask(BORIS, new Wish.Previous());
        play.sounding();

        assertEquals("a", playing());
        assertEquals(new Note.Voted(Ballot.SKIP, 1, 2), said(play.ask(BORIS, new Wish.Skip())));
    }

    @Test
    void aPauseSettlesTheVotesForIt() {
        hear(ANNA, BORIS, CLARA);
        play.waitMillis(30_000);
        play.ask(ANNA, new Wish.Pause());
        play.ask(ANNA, new Wish.Skip());
        play.ask(HOST, new Wish.Pause());

        assertEquals(List.of(new Poll(Ballot.SKIP, List.of(ANNA), 1, 2)), polls());
    }

    @Test
    void whatAPersonPausedGoesOnByVotesButNotBecauseSomebodyLeft() {
        hear(ANNA, BORIS, CLARA);
        play.waitMillis(30_000);
        play.ask(HOST, new Wish.Pause());
        play.ask(ANNA, new Wish.Resume());
        hear(ANNA, BORIS);

        assertInstanceOf(Timeline.Paused.class, play.timeline());
        assertInstanceOf(Note.Resumed.class, said(play.ask(ANNA, new Wish.Resume())));
    }

    @Test
    void whatCannotBeDoneIsNotVotedFor() {
        hear(ANNA, BORIS, CLARA);
        play.waitMillis(30_000);

        assertEquals(
                new Note.AlreadySo(Note.AlreadySo.What.PLAYING),
                said(play.ask(ANNA, new Wish.Resume())));
        assertEquals(List.of(), polls());
    }

    @Test
    void nobodyHearsThePartyInAPlaceThatItLeft() {
        hear(ANNA, BORIS);
        play.ask(HOST, new Wish.Detach(VOICE));

        assertEquals(0, play.view().audience().people());
        hear(ANNA);
        assertEquals(0, play.view().audience().people(), "news of it come too late");
    }

    @Test
    void votesAndListenersOutliveTheProcess() {
        hear(ANNA, BORIS, CLARA);
        play.waitMillis(30_000);
        play.ask(ANNA, new Wish.Skip());

        Stageplay again = new Stageplay(play.log, play.now());
        assertEquals(play.view(), again.view());
        assertEquals(new Note.Skipped(), said(again.ask(BORIS, new Wish.Skip())));
    }

    @Test
    void aThousandListenersWhoComeAndGoAreOneEventAChange() {
        Set<SeatId> many =
                java.util.stream.IntStream.range(0, 1_000)
                        .mapToObj(n -> new SeatId("discord:" + n))
                        .collect(Collectors.toSet());
        int before = play.log.size();
        play.send(new PartyInput.Hears(VOICE, many));
        play.send(new PartyInput.Hears(VOICE, many));
        play.send(new PartyInput.Hears(VOICE, Set.of()));

        assertEquals(before + 2, play.log.size());
        assertTrue(play.view().audience().listeners().isEmpty());
    }

    private List<Poll> polls() {
        return play.view().audience().polls();
    }
}
