package dev.downbeat.bot.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.party.SeatId;

import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void aPersonOfDiscordIsMentioned() {
        assertEquals("<@42>", Names.seat(new SeatId("discord:42")).text());
    }

    @Test
    void theIdsOfBrowserGuestsAndTheirPartyStayInside() {
        SeatId guest = new SeatId("web:728d53d4-ce2a-44c0-a7e0-c8c71af75c55/0b7f");

        assertEquals("web\\-0b7f", Names.seat(guest).text());
    }
}
