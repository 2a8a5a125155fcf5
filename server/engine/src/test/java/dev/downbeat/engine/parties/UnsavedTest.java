package dev.downbeat.engine.parties;

import static dev.downbeat.engine.parties.Node.HOST;
import static dev.downbeat.engine.parties.Node.ask;
import static dev.downbeat.engine.parties.Node.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.MovedClock;
import dev.downbeat.engine.store.Store;
import dev.downbeat.party.Mode;
import dev.downbeat.party.Note;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.Place;
import dev.downbeat.party.Wish;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

/** What a party does when the log cannot be written, and what it does not write at all. */
final class UnsavedTest {
    private final MovedClock clock = new MovedClock();
    private final Store store =
            Store.open("jdbc:h2:mem:" + UUID.randomUUID(), Path.of("unused"), clock.clock());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aWriteThatFailsIsRefusedAndThePartyGoesOn() throws Exception {
        for (FailingLog.Failure failure : FailingLog.Failure.values()) {
            for (int failing = 0; failing < 6; failing++) {
                goesOnAfter(new FailingLog(store.events(), failing, failure));
            }
        }
    }

    @Test
    void anAnswerThatCouldNotBeSavedIsTakenAgain() throws Exception {
        var log = new FailingLog(store.events(), 1, FailingLog.Failure.NOTHING_WRITTEN);
        try (Node failing = new Node(log, clock.clock())) {
            PartyHost party = failing.parties.start(HOST, "Friday", Mode.QUEUE);

            assertInstanceOf(Outcome.Done.class, ask(party, "1", play("First")));
        }
    }

    @Test
    void aStartThatCouldNotBeSavedDoesNotComeBackOnceAnotherDid() {
        var log = new FailingLog(store.events(), FailingLog.BEGIN, FailingLog.Failure.ALL_WRITTEN);
        try (Node failing = new Node(log, clock.clock())) {
            assertThrows(
                    IllegalStateException.class,
                    () -> failing.parties.start(HOST, "Friday", Mode.QUEUE));

            PartyHost party = failing.parties.start(HOST, "Friday", Mode.QUEUE);

            assertEquals(Set.of(party.id()), store.events().running());
        }
    }

    @Test
    void aRefusedWishIsAnsweredTheSameAgainAndWrittenNowhere() throws Exception {
        try (Node node = new Node(store.events(), clock.clock())) {
            PartyHost party = node.parties.start(HOST, "Friday", Mode.QUEUE);
            long before = store.writes();

            Outcome refused = ask(party, "1", new Wish.Pause());

            assertInstanceOf(Outcome.Refused.class, refused);
            assertEquals(refused, ask(party, "1", new Wish.Pause()));
            assertEquals(before, store.writes());
        }
    }

    private void goesOnAfter(FailingLog log) throws Exception {
        try (Node failing = new Node(log, clock.clock())) {
            PartyHost party = failing.parties.start(HOST, "Friday", Mode.QUEUE);
            int refused = 0;
            for (int i = 0; i < 4; i++) {
                Place place = new Place("test", "place " + i);
                Outcome outcome = ask(party, "w" + i, new Wish.Attach(place));
                boolean isRefused = outcome instanceof Outcome.Refused;
                refused += isRefused ? 1 : 0;
                if (isRefused) {
                    assertEquals(new Outcome.Refused(new Note.NotSaved()), outcome);
                } else {
                    assertTrue(party.view().places().contains(place));
                }
            }
            assertTrue(refused <= 1, "one failed write cost " + refused + " wishes");
            ask(party, "end", new Wish.End());
            ask(party, "end again", new Wish.End());
        }
    }
}
