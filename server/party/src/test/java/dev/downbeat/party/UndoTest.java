package dev.downbeat.party;

import static dev.downbeat.party.Stageplay.GUEST;
import static dev.downbeat.party.Stageplay.HOST;
import static dev.downbeat.party.Stageplay.said;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Whole queues emptied and shuffled, and every change taken back by who made it. */
final class UndoTest {
    private final Stageplay play = new Stageplay(Mode.QUEUE);

    @BeforeEach
    void aTrackPlaysAndFourWait() {
        play.play(HOST, "now");
        play.play(HOST, "a");
        play.play(GUEST, "b");
        play.play(HOST, "c");
        play.play(GUEST, "d");
    }

    private List<String> queue() {
        return play.view().queue().stream().map(item -> item.track().title()).toList();
    }

    private ItemId item(String title) {
        return play.view().queue().stream()
                .filter(item -> item.track().title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Note undo(SeatId who) {
        return said(play.ask(who, new Wish.Undo()));
    }

    private static Note undone(Note.Undone.Kind kind, int items) {
        return new Note.Undone(kind, items);
    }

    @Test
    void aGuestTakesBackWhatHeAddedLastAndNothingOfOthers() {
        assertEquals(undone(Note.Undone.Kind.ADDED, 1), undo(GUEST));
        assertEquals(List.of("a", "b", "c"), queue());
        assertEquals(undone(Note.Undone.Kind.ADDED, 1), undo(GUEST));
        assertEquals(new Note.NothingToUndo(), undo(GUEST));
        assertEquals(List.of("a", "c"), queue());
    }

    @Test
    void theHostTakesBackTheNewestChangeOfAnybody() {
        play.ask(GUEST, new Wish.Remove(item("b")));

        assertEquals(undone(Note.Undone.Kind.REMOVED, 1), undo(HOST));
        assertEquals(List.of("a", "b", "c", "d"), queue());
    }

    @Test
    void aMovedTrackGoesBackWhereItStood() {
        play.ask(HOST, new Wish.Move(item("d"), 0));
        assertEquals(List.of("d", "a", "b", "c"), queue());

        assertEquals(undone(Note.Undone.Kind.MOVED, 1), undo(HOST));
        assertEquals(List.of("a", "b", "c", "d"), queue());
    }

    @Test
    void whatOneOfThemAskedForGoesAndComesBackInItsPlaces() {
        assertEquals(new Note.Cleared(2), said(play.ask(HOST, new Wish.ClearOf(GUEST))));
        assertEquals(List.of("a", "c"), queue());

        assertEquals(undone(Note.Undone.Kind.REMOVED, 2), undo(HOST));
        assertEquals(List.of("a", "b", "c", "d"), queue());
    }

    @Test
    void anEmptiedQueueComesBackBehindWhatPlaysAndBeforeWhatCameSince() {
        play.ask(HOST, new Wish.Clear());
        assertEquals(List.of(), queue());
        play.play(GUEST, "e");

        undo(HOST);
        assertEquals(undone(Note.Undone.Kind.REMOVED, 4), undo(HOST));
        assertEquals(List.of("a", "b", "c", "d"), queue());
    }

    @Test
    void aShuffledQueueComesBackInOrderWithWhatCameSinceAtItsEnd() {
        for (int n = 0; n < 20; n++) {
            play.play(HOST, "t" + n);
        }
        List<String> before = queue();
        assertEquals(new Note.Shuffled(24), said(play.ask(HOST, new Wish.Shuffle(7))));
        assertNotEquals(before, queue());
        assertEquals(before.stream().sorted().toList(), queue().stream().sorted().toList());
        play.ask(GUEST, new Wish.Remove(item("b")));

        undo(HOST);
        assertEquals(undone(Note.Undone.Kind.SHUFFLED, 24), undo(HOST));
        assertEquals(before, queue());
    }

    @Test
    void whatIsTooLateToTakeBackIsPassedOver() {
        play.play(GUEST, "e");
        play.ask(HOST, new Wish.Remove(item("e")));

        assertEquals(undone(Note.Undone.Kind.ADDED, 1), undo(GUEST), "d, since e is gone");
        assertEquals(List.of("a", "b", "c"), queue());
    }

    @Test
    void whatHasPlayedIsNotTakenBack() {
        Stageplay alone = new Stageplay(Mode.QUEUE);
        alone.play(GUEST, "x");

        assertEquals(new Note.NothingToUndo(), said(alone.ask(GUEST, new Wish.Undo())));
        assertEquals("x", Timelines.track(alone.timeline()).orElseThrow().title());
    }

    @Test
    void anEmptyQueueIsNeitherEmptiedNorShuffled() {
        play.ask(HOST, new Wish.Clear());

        assertEquals(new Note.NothingQueued(), said(play.ask(HOST, new Wish.Clear())));
        assertEquals(new Note.NothingQueued(), said(play.ask(HOST, new Wish.Shuffle(1))));
        assertEquals(new Note.NothingQueued(), said(play.ask(GUEST, new Wish.ClearOf(GUEST))));
    }

    @Test
    void onlySoMuchHistoryIsKept() {
        for (int n = 0; n < 3 * Changes.KEPT; n++) {
            play.ask(HOST, new Wish.Shuffle(n));
        }
        assertEquals(Changes.KEPT, changes().size());

        for (int n = 0; n < Queue.LIMIT / 2; n++) {
            play.play(HOST, "t" + n);
        }
        for (int n = 0; n < 5; n++) {
            play.ask(HOST, new Wish.Shuffle(n));
        }
        int weight = changes().stream().mapToInt(change -> change.what().weight()).sum();
        assertTrue(weight <= Changes.WEIGHT, () -> "weight " + weight);
    }

    private List<Change> changes() {
        return ((PartyEvent.Restored) play.party().snapshot().getFirst())
                .state()
                .waiting()
                .changes();
    }

    @Test
    void historyOutlivesTheProcess() {
        play.ask(HOST, new Wish.Clear());

        Stageplay again = new Stageplay(play.log, play.now());
        assertEquals(
                undone(Note.Undone.Kind.REMOVED, 4),
                said(again.ask(HOST, "again", new Wish.Undo())));
        assertEquals(4, again.view().queue().size());
    }
}
