package dev.downbeat.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.accounts.Account;
import dev.downbeat.engine.accounts.AccountStore;
import dev.downbeat.engine.accounts.Ticket;
import dev.downbeat.engine.parties.EventLog.History;
import dev.downbeat.party.PartyEvent;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the store promises on every database. */
@SuppressWarnings("NullAway.Init") // set before each test
abstract class StoreContract extends VisitorContract {
    static final PartyId PARTY = new PartyId("party-1");
    static final SeatId HOST = new SeatId("discord:1");
    static final Account ACCOUNT = new Account(HOST, "Кино 🎵");
    static final Instant NOW = Instant.parse("2026-01-01T20:00:00.123456Z");

    Store store;

    /** The same database each time within one test. */
    abstract Store open() throws Exception;

    @Override
    AccountStore accounts() {
        return store.accounts();
    }

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatIsAppendedIsLoadedInOrder() {
        store.events().begin(PARTY, HOST, event(0));
        store.events().append(PARTY, 1, List.of(event(1), event(2)));
        store.events().append(PARTY, 3, List.of(event(3)));

        assertEquals(
                new History(List.of(event(0), event(1), event(2), event(3)), 4),
                store.events().load(PARTY));
    }

    @Test
    void anUnknownPartyHasNoHistory() {
        assertEquals(new History(List.of(), 0), store.events().load(PARTY));
    }

    @Test
    void aSnapshotStandsForWhatCameBefore() {
        store.events().begin(PARTY, HOST, event(0));
        store.events().append(PARTY, 1, List.of(event(1), event(2)));

        store.events().snapshot(PARTY, 1, List.of(event(7), event(9)));
        store.events().snapshot(PARTY, 2, List.of(event(8), event(6)));

        assertEquals(
                new History(List.of(event(8), event(6), event(2)), 3), store.events().load(PARTY));
    }

    @Test
    void aNumberIsNeverWrittenTwice() {
        store.events().begin(PARTY, HOST, event(0));

        assertThrows(StoreFailed.class, () -> store.events().append(PARTY, 0, List.of(event(1))));
        assertEquals(new History(List.of(event(0)), 1), store.events().load(PARTY));
    }

    @Test
    void aBadAppendLeavesNothingOfItself() {
        store.events().begin(PARTY, HOST, event(0));
        store.events().append(PARTY, 2, List.of(event(2)));

        assertThrows(
                StoreFailed.class,
                () -> store.events().append(PARTY, 1, List.of(event(1), event(3))));

        assertThrows(StoreFailed.class, () -> store.events().load(PARTY), "1 is missing");
        store.events().append(PARTY, 1, List.of(event(1)));
        assertEquals(3, store.events().load(PARTY).next());
    }

    @Test
    void concurrentAppendsShareCommitsAndNoneIsLost() throws Exception {
        int parties = 24;
        long each = 20;
        for (int i = 0; i < parties; i++) {
            store.events().begin(new PartyId("p" + i), HOST, event(0));
        }
        long commitsBefore = store.commits();

        runTogether(
                parties,
                i -> {
                    for (int n = 1; n <= each; n++) {
                        store.events().append(new PartyId("p" + i), n, List.of(event(n)));
                    }
                });

        for (int i = 0; i < parties; i++) {
            assertEquals(each + 1, store.events().load(new PartyId("p" + i)).next());
        }
        assertTrue(store.commits() - commitsBefore < parties * each, "no commit was shared");
    }

    @Test
    void aBadWriteHarmsNoneThatSharesItsCommit() throws Exception {
        store.events().begin(PARTY, HOST, event(0));
        List<Throwable> refused = new ArrayList<>();

        runTogether(
                20,
                i -> {
                    if (i == 7) {
                        refused.add(
                                assertThrows(
                                        StoreFailed.class,
                                        () -> store.events().append(PARTY, 0, List.of(event(1)))));
                    } else {
                        store.events().begin(new PartyId("other" + i), HOST, event(i));
                    }
                });

        assertEquals(1, refused.size());
        assertEquals(20, store.events().running().size());
    }

    @Test
    void partiesThatAreOverRunNoMoreButKeepTheirEvents() {
        PartyId other = new PartyId("party-2");
        store.events().begin(PARTY, HOST, event(0));
        store.events().begin(other, HOST, event(0));

        store.events().over(PARTY);
        store.events().over(PARTY);

        assertEquals(Set.of(other), store.events().running());
        assertEquals(1, store.events().load(PARTY).next());
    }

    @Test
    void everythingIsThereAfterReopening() throws Exception {
        store.events().begin(PARTY, HOST, event(0));
        store.accounts().addToken("token", ACCOUNT, NOW);
        store.close();

        store = open();

        assertEquals(Set.of(PARTY), store.events().running());
        assertEquals(new History(List.of(event(0)), 1), store.events().load(PARTY));
        assertEquals(Optional.of(ACCOUNT), store.accounts().findToken("token"));
    }

    @Test
    void aTokenIsFoundUntilItIsRemoved() {
        store.accounts().addToken("one", ACCOUNT, NOW);
        store.accounts().addToken("two", ACCOUNT, NOW);
        store.accounts().addToken("other", new Account(new SeatId("web:2"), ""), NOW);

        assertEquals(Optional.of(ACCOUNT), store.accounts().findToken("one"));
        assertTrue(store.accounts().removeToken("one"));
        assertFalse(store.accounts().removeToken("one"));
        assertEquals(Optional.empty(), store.accounts().findToken("one"));
        assertEquals(1, store.accounts().removeTokens(HOST));
        assertTrue(store.accounts().findToken("other").isPresent());
    }

    @Test
    void aTicketIsUsedUpExactly() throws Exception {
        store.accounts().addTicket("ticket", ticket(5));
        List<Optional<Ticket>> taken = new ArrayList<>();

        runTogether(
                12,
                _ -> {
                    Optional<Ticket> one = store.accounts().useTicket("ticket", NOW);
                    synchronized (taken) {
                        taken.add(one);
                    }
                });

        assertEquals(5, taken.stream().filter(Optional::isPresent).count());
        assertEquals(Optional.empty(), store.accounts().findTicket("ticket", NOW));
    }

    @Test
    void aTicketKeepsWhatItIsGoodFor() {
        store.accounts().addTicket("ticket", ticket(2));

        assertEquals(Optional.of(ticket(2)), store.accounts().findTicket("ticket", NOW));
        assertEquals(Optional.of(ticket(1)), store.accounts().useTicket("ticket", NOW));
        assertEquals(Optional.of(ticket(1)), store.accounts().findTicket("ticket", NOW));
    }

    @Test
    void anExpiredTicketIsGoodForNothing() {
        store.accounts().addTicket("ticket", ticket(2));
        Instant end = ticket(2).expiresAt();

        assertEquals(Optional.empty(), store.accounts().useTicket("ticket", end));
        assertEquals(Optional.empty(), store.accounts().findTicket("ticket", end));
        assertEquals(0, store.accounts().removeTicketsExpiredBy(NOW));
        assertEquals(1, store.accounts().removeTicketsExpiredBy(end));
    }

    @Test
    void ticketsAreRevokedOneByOneOrByParty() {
        store.accounts().addTicket("one", ticket(2));
        store.accounts().addTicket("two", ticket(2));
        store.accounts().addTicket("three", ticket(2));

        assertTrue(store.accounts().removeTicket("one"));
        assertFalse(store.accounts().removeTicket("one"));
        assertEquals(2, store.accounts().removeTickets(PARTY));
    }

    @Test
    void aNewerSchemaIsRefusedInOneLine() throws Exception {
        sql(
                "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\","
                        + " \"description\", \"type\", \"script\", \"installed_by\","
                        + " \"execution_time\", \"success\")"
                        + " values (99, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true)");

        var refused = assertThrows(StoreRefused.class, this::open);

        assertTrue(String.valueOf(refused.getMessage()).contains("newer Downbeat (schema 999)"));
    }

    @Test
    void itSaysThatItCanBeWritten() {
        assertTrue(store.isWritable());
    }

    /** Run beside the store, on the database's own terms. */
    abstract void sql(String statement) throws Exception;

    static PartyEvent event(long number) {
        return (PartyEvent) new Samples(number).of(PartyEvent.class);
    }

    private static Ticket ticket(int uses) {
        return new Ticket(PARTY, Ticket.Role.GUEST, uses, NOW.plus(Duration.ofHours(1)));
    }

    /** One of several things done at the same time. */
    interface Act {
        void run(int index) throws Exception;
    }

    static void runTogether(int count, Act act) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int index = i;
                all.add(
                        threads.submit(() -> {
                            act.run(index);
                            return index;
                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }
}
