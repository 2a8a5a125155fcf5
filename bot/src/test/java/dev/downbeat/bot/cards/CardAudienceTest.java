package dev.downbeat.bot.cards;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Words;
import dev.downbeat.party.PartyView;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What the card says of the people who listen. */
class CardAudienceTest {
    private static String text(PartyView view) {
        Around around = new Around(Views.START, Beside.NOTHING, Optional.empty());
        return CardText.of(view, around, Words.in(Language.ENGLISH));
    }

    @Test
    void thePeopleWhoListenAreCountedOnceAndTheirVotesShown() {
        String text = text(Views.voting());

        assertTrue(text.contains("\nListening: 2"), text);
        assertTrue(text.contains("\nVotes to skip: 1 of 2\n"), text);
    }

    @Test
    void aPartyWithoutListenersSaysNothingOfThem() {
        String text = text(Views.view(1, Views.playing("One")));

        assertFalse(text.contains("Listening"), text);
    }
}
