package dev.downbeat.engine.parties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.party.PartyInput;
import dev.downbeat.party.Place;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.ResolveId;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Sighting;
import dev.downbeat.party.TrackRequest;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

final class InboxTest {
    private static final SeatId ANNA = new SeatId("discord:1");
    private static final SeatId BORIS = new SeatId("discord:2");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Counters counters = new Counters();
    private final Inbox inbox = new Inbox(counters);

    @Test
    void whatComesInGoesOutInOrder() throws Exception {
        inbox.offer(wish(1));
        inbox.offer(new PartyInput.Alive(ANNA));
        inbox.offer(answer(1));

        assertEquals(List.of(wish(1), new PartyInput.Alive(ANNA), answer(1)), everything());
    }

    @Test
    void aReportReplacesTheWaitingReportOfTheSameSeat() throws Exception {
        inbox.offer(report(ANNA, 1));
        inbox.offer(report(BORIS, 1));
        inbox.offer(report(ANNA, 2));

        assertEquals(List.of(report(BORIS, 1), report(ANNA, 2)), everything());
        assertEquals(1, counters.replacedReports());
    }

    @Test
    void whoHearsAPlaceReplacesTheWaitingWordOfThatPlaceOnly() throws Exception {
        Place one = new Place("discord-voice", "1:1");
        Place other = new Place("discord-voice", "2:2");
        inbox.offer(new PartyInput.Hears(one, Set.of(ANNA)));
        inbox.offer(new PartyInput.Hears(other, Set.of(BORIS)));
        inbox.offer(new PartyInput.Hears(one, Set.of()));

        assertEquals(
                List.of(
                        new PartyInput.Hears(other, Set.of(BORIS)),
                        new PartyInput.Hears(one, Set.of())),
                everything());
    }

    @Test
    void aReportNeverOvertakesWhatCameBeforeIt() throws Exception {
        inbox.offer(report(ANNA, 1));
        inbox.offer(new PartyInput.Gone(ANNA, false));
        inbox.offer(report(ANNA, 2));

        assertEquals(List.of(new PartyInput.Gone(ANNA, false), report(ANNA, 2)), everything());
    }

    @Test
    void aWishIsRefusedWhenOnlyReservedPlacesAreLeft() throws Exception {
        fillWithWishes();

        assertFalse(inbox.offer(wish(999)));
        assertEquals(Inbox.CAPACITY - Inbox.RESERVED, everything().size());
    }

    @Test
    void answersHaveReservedPlaces() {
        fillWithWishes();

        for (int i = 0; i < Inbox.RESERVED; i++) {
            assertTrue(inbox.offer(answer(i)));
        }
        assertFalse(inbox.offer(answer(99)));
    }

    @Test
    void aReportStillReplacesItsOlderOneInAFullInbox() throws Exception {
        inbox.offer(report(ANNA, 1));
        for (int i = 1; i < Inbox.CAPACITY - Inbox.RESERVED; i++) {
            inbox.offer(wish(i));
        }

        assertTrue(inbox.offer(report(ANNA, 2)));
        assertFalse(inbox.offer(report(BORIS, 1)));
        assertEquals(report(ANNA, 2), everything().getLast());
    }

    @Test
    void anEffectsThreadWaitsForAPlace() throws Exception {
        fillWithWishes();
        for (int i = 0; i < Inbox.RESERVED; i++) {
            inbox.offer(answer(i));
        }
        CountDownLatch placed = new CountDownLatch(1);
        Thread effect =
                Thread.startVirtualThread(() -> {
                    try {
                        inbox.put(answer(99));
                        placed.countDown();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });

        assertEquals(1, placed.getCount());
        inbox.take(Duration.ZERO);

        assertTrue(placed.await(20, TimeUnit.SECONDS));
        assertTrue(effect.join(LONG));
        assertEquals(answer(99), everything().getLast());
    }

    @Test
    void takingWaitsForWhatComes() throws Exception {
        Thread.startVirtualThread(() -> inbox.offer(wish(1)));

        assertEquals(wish(1), inbox.take(LONG));
    }

    @Test
    void nothingComesWithinNoTime() throws Exception {
        assertNull(inbox.take(Duration.ZERO));
        assertFalse(inbox.isClosed());
    }

    @Test
    void closingLetsNobodyWaitAndTakesNothing() throws Exception {
        inbox.offer(wish(1));

        inbox.close();

        assertNull(inbox.take(LONG));
        assertFalse(inbox.offer(wish(2)));
        inbox.put(answer(1));
        assertTrue(inbox.isClosed());
    }

    private void fillWithWishes() {
        for (int i = 0; i < Inbox.CAPACITY - Inbox.RESERVED; i++) {
            assertTrue(inbox.offer(wish(i)));
        }
    }

    private List<PartyInput> everything() throws InterruptedException {
        List<PartyInput> all = new ArrayList<>();
        for (var one = inbox.take(Duration.ZERO); one != null; one = inbox.take(Duration.ZERO)) {
            all.add(one);
        }
        return all;
    }

    private static PartyInput wish(int number) {
        return new PartyInput.Asked(ANNA, new WishId("w" + number), new Wish.Skip());
    }

    private static PartyInput answer(int number) {
        return new PartyInput.Resolved(new ResolveId(number), new Resolution.NotFound());
    }

    private static PartyInput report(SeatId who, int seconds) {
        return new PartyInput.Reported(
                who,
                new Sighting(
                        new TrackRequest.Seen("t", "a", "", Duration.ZERO),
                        Sighting.Status.PLAYING,
                        Duration.ofSeconds(seconds),
                        true,
                        1.0,
                        Instant.EPOCH));
    }
}
