package dev.downbeat.engine.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.MovedClock;
import dev.downbeat.engine.store.Store;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class TicketsTest {
    private static final PartyId PARTY = new PartyId("party");
    private static final SeatId EVE = new SeatId("web:party/eve");
    private static final Duration HOUR = Duration.ofHours(1);

    private final MovedClock clock = new MovedClock();
    private final Store store = Kept.store(clock.clock());
    private final Tokens tokens = new Tokens(store.accounts(), clock.clock());
    private final Tickets tickets = new Tickets(store.accounts(), tokens, clock.clock());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aTicketSaysWhichPartyAndWhichRole() {
        String secret = tickets.issue(PARTY, Ticket.Role.GUEST, 2, HOUR);

        Ticket ticket = tickets.redeem(secret).orElseThrow();

        assertEquals(PARTY, ticket.party());
        assertEquals(Ticket.Role.GUEST, ticket.role());
        assertEquals(1, ticket.usesLeft());
    }

    @Test
    void lookingAtATicketDoesNotUseIt() {
        String secret = tickets.issue(PARTY, Ticket.Role.GUEST, 1, HOUR);

        assertTrue(tickets.find(secret).isPresent());
        assertTrue(tickets.find(secret).isPresent());
        assertTrue(tickets.redeem(secret).isPresent());
        assertEquals(Optional.empty(), tickets.find(secret));
        assertEquals(Optional.empty(), tickets.redeem(secret));
    }

    @Test
    void aTicketEnds() {
        String secret = tickets.issue(PARTY, Ticket.Role.HOST, 5, HOUR);

        clock.move(HOUR);

        assertEquals(Optional.empty(), tickets.redeem(secret));
    }

    @Test
    void aRevokedTicketIsGoodForNothing() {
        String one = tickets.issue(PARTY, Ticket.Role.GUEST, 5, HOUR);
        String two = tickets.issue(PARTY, Ticket.Role.GUEST, 5, HOUR);

        assertTrue(tickets.revoke(one));
        assertFalse(tickets.revoke(one));
        assertEquals(1, tickets.revokeAll(PARTY));

        assertEquals(Optional.empty(), tickets.redeem(one));
        assertEquals(Optional.empty(), tickets.redeem(two));
    }

    @Test
    void aTicketHas256BitsAndIsNotKept() {
        String secret = tickets.issue(PARTY, Ticket.Role.GUEST, 5, HOUR);

        assertEquals(43, secret.length());
        assertEquals(Optional.empty(), store.accounts().findTicket(secret, MovedClock.START));
    }

    @Test
    void nobodySlipsInWhileATicketIsRevoked() {
        String secret = tickets.issue(PARTY, Ticket.Role.GUEST, 5, HOUR);
        Ticket redeemed = tickets.redeem(secret).orElseThrow();

        assertTrue(tickets.revoke(secret));

        assertEquals(Optional.empty(), tickets.admit(secret, redeemed, EVE, "Eve"));
    }

    @Test
    void aTokenIsGoodAsLongAsItsTicket() {
        String secret = tickets.issue(PARTY, Ticket.Role.GUEST, 1, HOUR);
        Ticket redeemed = tickets.redeem(secret).orElseThrow();
        String token = tickets.admit(secret, redeemed, EVE, "Eve").orElseThrow();

        clock.move(HOUR.minusSeconds(1));
        assertTrue(tokens.find(token).isPresent());
        assertEquals(1, tokens.guestsOf(PARTY).size());
        clock.move(Duration.ofSeconds(1));

        assertEquals(Optional.empty(), tokens.find(token));
        assertEquals(Optional.empty(), tokens.byKey(Tokens.key(token)));
        assertEquals(0, tokens.guestsOf(PARTY).size());
    }

    @Test
    void aTicketThatIsUsedUpCanStillBeRevoked() throws Exception {
        String secret = tickets.issue(PARTY, Ticket.Role.GUEST, 1, HOUR);
        Ticket redeemed = tickets.redeem(secret).orElseThrow();
        String token = tickets.admit(secret, redeemed, EVE, "Eve").orElseThrow();
        Pass pass = tokens.find(token).flatMap(Account::pass).orElseThrow();
        List<Tokens.Revoked> told = new ArrayList<>();

        assertEquals(Optional.of(PARTY), tickets.partyOf(secret));
        try (AutoCloseable _ = tokens.watch(told::add)) {
            assertTrue(tickets.revoke(secret));
        }

        assertEquals(Optional.empty(), tokens.find(token));
        assertEquals(List.of(new Tokens.Revoked.MadeFrom(pass.ticket())), told);
    }

    @Test
    void aTicketWithoutLimitsIsNotIssued() {
        assertThrows(
                IllegalArgumentException.class,
                () -> tickets.issue(PARTY, Ticket.Role.GUEST, 0, HOUR));
        assertThrows(
                IllegalArgumentException.class,
                () -> tickets.issue(PARTY, Ticket.Role.GUEST, 1, Duration.ofDays(367)));
    }

    @Test
    void nonsenseIsNoTicket() {
        assertEquals(Optional.empty(), tickets.redeem(""));
        assertEquals(Optional.empty(), tickets.find("x".repeat(1_000_000)));
    }
}
