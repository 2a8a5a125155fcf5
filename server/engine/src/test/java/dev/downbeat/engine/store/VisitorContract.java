package dev.downbeat.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.accounts.Account;
import dev.downbeat.engine.accounts.AccountStore;
import dev.downbeat.engine.accounts.Pass;
import dev.downbeat.engine.accounts.Ticket;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the store promises of who came with a ticket, on every database. */
abstract class VisitorContract {
    private static final PartyId PARTY = new PartyId("party-1");
    private static final SeatId HOST = new SeatId("discord:1");
    private static final Account OWN = new Account(HOST, "Кино 🎵");
    private static final Instant BEGIN = Instant.parse("2026-01-01T20:00:00.123456Z");
    private static final Instant END = BEGIN.plus(Duration.ofHours(1));
    private static final Ticket TICKET = new Ticket(PARTY, Ticket.Role.GUEST, 2, END);

    abstract AccountStore accounts();

    @Test
    void aTokenFromATicketKeepsItsPassAndNeedsItsTicket() {
        Account guest = visitor("ticket", Ticket.Role.GUEST);
        assertFalse(accounts().addToken("early", guest, BEGIN));
        accounts().addTicket("ticket", TICKET);

        assertTrue(accounts().addToken("token", guest, BEGIN));

        assertEquals(Optional.empty(), accounts().findToken("early"));
        assertEquals(Optional.of(guest), accounts().findToken("token"));
        assertEquals(Optional.of(PARTY), accounts().partyOfTicket("ticket"));
        assertEquals(Optional.empty(), accounts().partyOfTicket("none"));
    }

    @Test
    void tokensGoWithTheirTicket() {
        accounts().addToken("own", OWN, BEGIN);
        for (String name : List.of("one", "two")) {
            accounts().addTicket(name, TICKET);
            accounts().addToken("from " + name, visitor(name, Ticket.Role.HOST), BEGIN);
        }

        accounts().removeTicket("one");
        assertEquals(Optional.empty(), accounts().findToken("from one"));
        assertTrue(accounts().findToken("from two").isPresent());
        accounts().removeTickets(PARTY);
        assertEquals(Optional.empty(), accounts().findToken("from two"));
        accounts().addTicket("three", TICKET);
        accounts().addToken("from three", visitor("three", Ticket.Role.HOST), BEGIN);
        accounts().removeTicketsExpiredBy(END);
        assertEquals(Optional.empty(), accounts().findToken("from three"));
        assertEquals(Optional.of(OWN), accounts().findToken("own"));
    }

    @Test
    void guestsAndNamesAreKnownByTheirTokens() {
        Account guest = visitor("ticket", Ticket.Role.GUEST);
        accounts().addTicket("ticket", TICKET);
        accounts().addToken("own", OWN, BEGIN);
        accounts().addToken("guest", guest, BEGIN);
        accounts().addToken("second", visitor("ticket", Ticket.Role.HOST), BEGIN);

        assertEquals(List.of(guest), accounts().guestsOf(PARTY));
        assertEquals(Set.of(OWN.name()), accounts().namesOf(HOST));
    }

    private static Account visitor(String ticket, Ticket.Role role) {
        Pass pass = new Pass(ticket, PARTY, role, END);
        return new Account(HOST, "Visitor", Optional.of(pass));
    }
}
