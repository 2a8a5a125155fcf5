package dev.downbeat.engine.parties;

import static dev.downbeat.engine.parties.Node.GUEST;
import static dev.downbeat.engine.parties.Node.HOST;
import static dev.downbeat.engine.parties.Node.ask;
import static dev.downbeat.engine.parties.Node.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.MovedClock;
import dev.downbeat.engine.store.Store;
import dev.downbeat.party.EndReason;
import dev.downbeat.party.Mode;
import dev.downbeat.party.Note;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Place;
import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Timeline;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

final class PartiesTest {
    private final MovedClock clock = new MovedClock();
    private final Store store =
            Store.open("jdbc:h2:mem:" + UUID.randomUUID(), Path.of("unused"), clock.clock());
    private final Node node = new Node(store.events(), clock.clock());

    @AfterEach
    void close() {
        node.close();
        store.close();
    }

    @Test
    void aHostHasOneParty() {
        PartyHost first = node.parties.start(HOST, "Friday", Mode.QUEUE);

        assertSame(first, node.parties.start(HOST, "Saturday", Mode.FOLLOW));
        assertNotEquals(first.id(), node.parties.start(GUEST, "Another", Mode.QUEUE).id());
        assertEquals(Optional.of(first), node.parties.hostedBy(HOST));
        assertEquals(Optional.of(first), node.parties.find(first.id()));
        assertEquals(2, node.parties.all().size());
    }

    @Test
    void aWholeEveningGoesThrough() throws Exception {
        PartyHost party = node.parties.start(HOST, "Friday", Mode.QUEUE);

        assertDone(ask(party, "1", play("First")));
        node.output.await("play First from PT0S");
        sounding(party, node.output.nextPlay());
        assertDone(ask(party, "2", play("Second")));
        assertDone(ask(party, "3", new Wish.Pause()));
        assertInstanceOf(Timeline.Paused.class, party.view().timeline());
        node.output.await("stop");
        assertDone(ask(party, "4", new Wish.Resume()));
        node.output.await("play First");
        assertDone(ask(party, "5", new Wish.Seek(Duration.ofMinutes(1))));
        node.output.await("play First from PT1M");
        assertDone(ask(party, "6", new Wish.Skip()));
        node.output.await("play Second from PT0S");
        assertDone(ask(party, "7", new Wish.End()));
        node.output.await("close");

        assertTrue(party.view().ended());
        assertEquals(Optional.empty(), node.parties.find(party.id()));
        assertEquals(Optional.empty(), node.parties.hostedBy(HOST));
    }

    @Test
    void theNextTrackFollowsWhenOneEnds() throws Exception {
        PartyHost party = node.parties.start(HOST, "Friday", Mode.QUEUE);
        ask(party, "1", play("First"));
        PlaybackId first = node.output.nextPlay();
        sounding(party, first);
        ask(party, "2", play("Second"));

        node.output.report(party.id(), new PartyInput.Ended(first, new EndReason.Finished()));

        node.output.await("play Second from PT0S");
    }

    @Test
    void aRepeatedWishIsDoneOnce() throws Exception {
        PartyHost party = node.parties.start(HOST, "Friday", Mode.QUEUE);
        ask(party, "1", play("First"));

        Outcome once = ask(party, "2", play("Second"));
        Outcome again = ask(party, "2", play("Second"));

        assertEquals(once, again);
        assertEquals(1, party.view().queue().size());
    }

    @Test
    void partiesComeBackAfterARestart() throws Exception {
        PartyHost party = node.parties.start(HOST, "Friday", Mode.QUEUE);
        ask(party, "1", play("First"));
        sounding(party, node.output.nextPlay());
        ask(party, "2", play("Second"));
        ask(party, "3", new Wish.Attach(new Place("discord-voice", "1:2")));
        PartyView before = party.view();
        node.close();

        try (Node next = new Node(store.events(), clock.clock())) {
            next.parties.restore();

            PartyHost back = next.parties.find(party.id()).orElseThrow();
            next.output.await("play First");
            assertEquals(before.queue(), back.view().queue());
            assertEquals(before.places(), back.view().places());
            assertEquals(before.host(), back.view().host());
            assertEquals(ask(party, "2", play("Second")).getClass(), Outcome.Refused.class);
            assertDone(ask(back, "2", play("Second")));
            assertEquals(1, back.view().queue().size(), "the repeat was done twice");
        }
    }

    @Test
    void whatEndedStaysEnded() throws Exception {
        PartyHost party = node.parties.start(HOST, "Friday", Mode.QUEUE);
        ask(party, "1", new Wish.End());
        node.output.await("close");
        node.close();

        try (Node next = new Node(store.events(), clock.clock())) {
            next.parties.restore();

            assertEquals(List.of(), List.copyOf(next.parties.all()));
        }
    }

    @Test
    void anAnswerThatComesTooLateChangesNothing() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        FakeSource slow =
                new FakeSource(
                        "slow",
                        question -> {
                            try {
                                answer.await();
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                            answered.countDown();
                            return Node.find(question);
                        });
        try (Node late = new Node(store.events(), clock.clock(), slow)) {
            PartyHost party = late.parties.start(HOST, "Friday", Mode.QUEUE);
            CompletionStage<Outcome> open = party.ask(HOST, new WishId("1"), play("Late"));
            assertDone(ask(party, "2", new Wish.End()));

            answer.countDown();

            assertTrue(answered.await(20, TimeUnit.SECONDS));
            assertInstanceOf(
                    Outcome.Refused.class, open.toCompletableFuture().get(20, TimeUnit.SECONDS));
            assertTrue(party.view().ended());
        }
    }

    @Test
    void whatIsNotFoundIsSaid() throws Exception {
        FakeSource empty = FakeSource.answering("empty", new Resolution.NotFound());
        try (Node bare = new Node(store.events(), clock.clock(), empty)) {
            PartyHost party = bare.parties.start(HOST, "Friday", Mode.QUEUE);

            Outcome outcome = ask(party, "1", play("Nowhere"));

            assertInstanceOf(
                    Note.NotFound.class, assertInstanceOf(Outcome.Refused.class, outcome).note());
        }
    }

    @Test
    void aFullInboxAnswersBusyAtOnce() throws Exception {
        PartyHost party = node.parties.start(HOST, "Friday", Mode.QUEUE);
        CountDownLatch inPlay = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        node.output.beforePlay(() -> {
            inPlay.countDown();
            awaitQuietly(goOn);
        });
        party.ask(HOST, new WishId("play"), play("First"));
        assertTrue(inPlay.await(20, TimeUnit.SECONDS));
        List<CompletionStage<Outcome>> waiting = new ArrayList<>();
        for (int i = 0; i < Inbox.CAPACITY - Inbox.RESERVED; i++) {
            waiting.add(party.ask(HOST, new WishId("w" + i), new Wish.Pause()));
        }

        Outcome refused = ask(party, "one too many", new Wish.Pause());
        goOn.countDown();

        assertEquals(new Outcome.Refused(new Note.Busy()), refused);
        assertEquals(1, node.parties.counters().refusedWishes());
        for (CompletionStage<Outcome> one : waiting) {
            assertNotEquals(refused, one.toCompletableFuture().get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aRefusalByRightsOrByStateIsCounted() throws Exception {
        PartyHost party = node.parties.start(HOST, "Friday", Mode.QUEUE);
        assertDone(ask(party, "1", play("First")));
        assertEquals(0, node.parties.counters().refusedWishes());

        ask(party, "2", new Wish.Seek(Duration.ofHours(9)));
        var guest = new SeatId("discord:guest");
        party.ask(guest, new WishId("3"), new Wish.End())
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);

        assertEquals(2, node.parties.counters().refusedWishes());
    }

    @Test
    void aFaultInTheOutputCostsNoAnswer() throws Exception {
        PartyHost party = node.parties.start(HOST, "Friday", Mode.QUEUE);
        node.output.beforePlay(() -> {
            throw new IllegalStateException("bug");
        });

        assertDone(ask(party, "1", play("First")));
        assertDone(ask(party, "2", play("Second")));
        assertTrue(node.parties.counters().faults() > 0);
    }

    @Test
    void watchersSeeHowItEnds() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        AutoCloseable watch =
                node.parties.watch(view -> {
                    if (view.ended()) {
                        ended.countDown();
                    }
                });
        PartyHost party = node.parties.start(HOST, "Friday", Mode.QUEUE);

        ask(party, "1", new Wish.End());

        assertTrue(ended.await(20, TimeUnit.SECONDS));
        watch.close();
    }

    private void sounding(PartyHost party, PlaybackId id) {
        node.output.report(
                party.id(), new PartyInput.Sounding(id, Duration.ZERO, clock.clock().now()));
    }

    private static void assertDone(Outcome outcome) {
        assertInstanceOf(Outcome.Done.class, outcome, outcome::toString);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
