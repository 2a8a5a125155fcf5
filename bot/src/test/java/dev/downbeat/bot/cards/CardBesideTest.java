package dev.downbeat.bot.cards;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.bot.voice.Trouble;
import dev.downbeat.bot.voice.VoicePlace;
import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Words;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Search;
import dev.downbeat.party.Timeline;
import dev.downbeat.party.TrackRequest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class CardBesideTest {
    private static final Around PLAIN = new Around(Views.START, Beside.NOTHING, Optional.empty());

    private static String text(PartyView view, Around around) {
        return CardText.of(view, around, Words.in(Language.ENGLISH));
    }

    @Test
    void whereAnotherPartyPlaysNobodyIsToldToBringThisOneIn() {
        Beside beside =
                new Beside(
                        Optional.of(Trouble.TAKEN_OUT), Optional.of(new VoicePlace(1, 77)), false);

        String text =
                text(
                        Views.view(1, new Timeline.Silent()),
                        new Around(Views.START, beside, Optional.empty()));

        assertTrue(text.contains("Another party plays in this server now, in <#77>."), text);
        assertFalse(text.contains("Bring me"), text);
    }

    @Test
    void whereTheCompanionMayNotLendTheFileTheCardSaysHowItMay() {
        Search lost =
                new Search.NotFound(
                        new TrackRequest.Seen("One", "Somebody", "", Duration.ofSeconds(185)));
        PartyView view = Views.view(1, new Timeline.Silent(), lost, 0, Views.Running.ON);
        Beside keeping = new Beside(Optional.empty(), Optional.empty(), true);

        String text = text(view, new Around(Views.START, keeping, Optional.empty()));

        assertTrue(text.contains("`downbeat-companion uploads on`"), text);
        assertFalse(text(view, PLAIN).contains("uploads on"), text(view, PLAIN));
    }
}
