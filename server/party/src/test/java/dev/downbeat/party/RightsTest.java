package dev.downbeat.party;

import static dev.downbeat.party.Stageplay.HOST;
import static dev.downbeat.party.Stageplay.said;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Who may do what, cell by cell: yes at once, vote, or no. */
final class RightsTest {
    private static final Place VOICE = new Place("discord-voice", "g:1");
    private static final SeatId DJ = new SeatId("discord:2");
    private static final SeatId REQUESTER = new SeatId("discord:3");
    private static final SeatId LISTENER = new SeatId("discord:4");
    private static final SeatId ANYONE = new SeatId("discord:5");
    private static final List<SeatId> COLUMNS = List.of(ANYONE, LISTENER, REQUESTER, DJ, HOST);

    private static final Map<String, Wish> WISHES =
            Map.ofEntries(
                    Map.entry("play", new Wish.Play(new TrackRequest.Typed("x"))),
                    Map.entry("pause", new Wish.Pause()),
                    Map.entry("resume", new Wish.Resume()),
                    Map.entry("seek", new Wish.Seek(Duration.ofSeconds(5))),
                    Map.entry("seek by", new Wish.SeekBy(Duration.ofSeconds(5))),
                    Map.entry("skip", new Wish.Skip()),
                    Map.entry("previous", new Wish.Previous()),
                    Map.entry("stop", new Wish.Stop()),
                    Map.entry("remove", new Wish.Remove(new ItemId(3))),
                    Map.entry("move", new Wish.Move(new ItemId(3), 1)),
                    Map.entry("clear", new Wish.Clear()),
                    Map.entry("clear own", new Wish.ClearOf(REQUESTER)),
                    Map.entry("shuffle", new Wish.Shuffle(1)),
                    Map.entry("undo", new Wish.Undo()),
                    Map.entry("mode", new Wish.SetMode(Mode.FOLLOW)),
                    Map.entry("attach", new Wish.Attach(new Place("discord-voice", "g:2"))),
                    Map.entry("detach", new Wish.Detach(VOICE)),
                    Map.entry("silence", new Wish.Silence(VOICE)),
                    Map.entry("grant", new Wish.Grant(LISTENER, Duration.ZERO)),
                    Map.entry("withdraw", new Wish.Withdraw(DJ)),
                    Map.entry("end", new Wish.End()));

    /** Of two tracks in a row the requester's plays, after one of the host's. */
    private static Stageplay party() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        play.ask(HOST, new Wish.Attach(VOICE));
        play.ask(HOST, new Wish.Grant(DJ, Duration.ZERO));
        play.send(
                new PartyInput.Hears(
                        VOICE,
                        Set.of(
                                LISTENER,
                                REQUESTER,
                                new SeatId("discord:6"),
                                new SeatId("discord:7"))));
        play.waitMillis(30_000);
        play.play(HOST, "first");
        play.play(REQUESTER, "second");
        play.play(REQUESTER, "third");
        play.play(HOST, "fourth");
        play.sounding();
        play.ask(HOST, new Wish.Skip());
        play.sounding();
        return play;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    #wish     | anyone | listener | requester | dj  | host
                    play      | yes    | yes      | yes       | yes | yes
                    pause     | no     | vote     | vote      | yes | yes
                    resume    | no     | vote     | vote      | yes | yes
                    seek      | no     | no       | no        | yes | yes
                    seek by   | no     | no       | no        | yes | yes
                    skip      | no     | vote     | yes       | yes | yes
                    previous  | no     | vote     | vote      | yes | yes
                    stop      | no     | no       | no        | yes | yes
                    remove    | no     | no       | yes       | yes | yes
                    move      | no     | no       | no        | yes | yes
                    clear     | no     | no       | no        | yes | yes
                    clear own | no     | no       | yes       | yes | yes
                    shuffle   | no     | no       | no        | yes | yes
                    undo      | no     | no       | yes       | no  | yes
                    mode      | no     | no       | no        | no  | yes
                    attach    | no     | no       | no        | no  | yes
                    detach    | no     | no       | no        | no  | yes
                    silence   | yes    | yes      | yes       | yes | yes
                    grant     | no     | no       | no        | no  | yes
                    withdraw  | no     | no       | no        | no  | yes
                    end       | no     | no       | no        | no  | yes
                    """)
    void everyCellOfTheTableHolds(
            String wish, String anyone, String listener, String requester, String dj, String host) {
        List<String> cells = List.of(anyone, listener, requester, dj, host);
        for (int column = 0; column < COLUMNS.size(); column++) {
            assertEquals(
                    cells.get(column),
                    cell(COLUMNS.get(column), wish),
                    wish + " by column " + column);
        }
    }

    private static String cell(SeatId who, String wish) {
        Stageplay play = party();
        if (wish.equals("resume")) {
            play.ask(HOST, new Wish.Pause());
        }
        List<PartyEffect> effects = play.ask(who, Objects.requireNonNull(WISHES.get(wish)));
        if (wish.equals("play")) {
            return effects.getFirst() instanceof PartyEffect.Resolve ? "yes" : "no";
        }
        return switch (said(effects)) {
            case Note.Voted _ -> "vote";
            case Note.OnlyHost _, Note.OnlyHostOrDj _, Note.OnlyListeners _ -> "no";
            case Note.OnlyHostOrRequester _, Note.NothingToUndo _ -> "no";
            default -> "yes";
        };
    }

    @Test
    void everyWishStandsInTheTable() {
        assertEquals(Wish.class.getPermittedSubclasses().length, WISHES.size());
    }

    @Test
    void aDjForAWhileIsAGuestAfterwards() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        play.play(HOST, "a");
        play.ask(HOST, new Wish.Grant(LISTENER, Duration.ofMinutes(10)));
        assertInstanceOf(Note.Paused.class, said(play.ask(LISTENER, new Wish.Pause())));

        play.wait(Duration.ofMinutes(10));
        assertEquals(List.of(), play.view().crew().djs());
        assertEquals(new Note.OnlyListeners(), said(play.ask(LISTENER, new Wish.Resume())));
    }

    @Test
    void whoIsNoDjAnyMoreIsAGuestAtOnce() {
        Stageplay play = party();
        assertEquals(new Note.DjRemoved(DJ), said(play.ask(HOST, new Wish.Withdraw(DJ))));

        assertEquals(new Note.OnlyListeners(), said(play.ask(DJ, new Wish.Skip())));
        assertEquals(
                new Note.AlreadySo(Note.AlreadySo.What.NO_DJ),
                said(play.ask(HOST, new Wish.Withdraw(DJ))));
    }

    @Test
    void theHostNeedsNoGrantAndTheCrewHasAnEnd() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        assertEquals(
                new Note.AlreadySo(Note.AlreadySo.What.DJ),
                said(play.ask(HOST, new Wish.Grant(HOST, Duration.ZERO))));
        for (int n = 0; n < Limits.DJS; n++) {
            play.ask(HOST, new Wish.Grant(new SeatId("discord:2" + n), Duration.ZERO));
        }
        assertEquals(
                new Note.TooManyDjs(Limits.DJS),
                said(play.ask(HOST, new Wish.Grant(LISTENER, Duration.ZERO))));
        assertFalse(play.view().crew().isDj(LISTENER));
        assertTrue(play.view().crew().isDj(new SeatId("discord:20")));
    }

    @Test
    void noGuestFillsTheQueueAlone() {
        Stageplay play = new Stageplay(Mode.QUEUE);
        play.play(HOST, "first");
        for (int n = 0; n < Limits.ITEMS_OF_A_GUEST; n++) {
            play.play(LISTENER, "t" + n);
        }
        Wish one = new Wish.Play(new TrackRequest.Typed("one more"));

        assertEquals(new Note.ShareFull(Limits.ITEMS_OF_A_GUEST), said(play.ask(LISTENER, one)));
        assertTrue(play.ask(HOST, one).getFirst() instanceof PartyEffect.Resolve);
    }
}
