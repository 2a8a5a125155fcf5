package dev.downbeat.bot.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.bot.voice.Trouble;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Search;
import dev.downbeat.party.Timeline;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class CardTest {
    private static final Instant NOW = Views.START;
    private static final PartyView PLAYING = Views.view(5, Views.playing("One"));

    private static Card shown() {
        return Card.posted(PLAYING, Beside.NOTHING, NOW);
    }

    @Test
    void newsWaitsASecondAfterTheLastEdit() {
        Card card = shown();

        card.show(Views.view(6, Views.playing("Two")), Beside.NOTHING);

        assertEquals(NOW.plus(EditPace.BETWEEN_NEWS), card.editAt(NOW));
    }

    @Test
    void mereProgressWaitsFive() {
        Card card = shown();

        card.show(Views.view(6, Views.playing("One")), Beside.NOTHING);

        assertEquals(NOW.plus(EditPace.BETWEEN_PROGRESS), card.editAt(NOW));
    }

    @Test
    void aPlayingCardIsRefreshedByItself() {
        assertEquals(NOW.plus(Card.REFRESH), shown().editAt(NOW));
    }

    @Test
    void aQuietCardIsLeftAlone() {
        Card card = Card.posted(Views.view(1, new Timeline.Silent()), Beside.NOTHING, NOW);

        assertEquals(Instant.MAX, card.editAt(NOW));
    }

    @Test
    void oneEditAtATimeAndThenTheNewest() {
        Card card = shown();
        card.show(Views.view(6, Views.playing("Two")), Beside.NOTHING);
        Instant later = NOW.plusSeconds(1);
        card.begin(later);
        card.show(Views.view(7, Views.playing("Three")), Beside.NOTHING);
        card.show(Views.view(8, Views.playing("Four")), Beside.NOTHING);

        assertEquals(Instant.MAX, card.editAt(later));
        card.done();

        assertEquals(later.plusSeconds(1), card.editAt(later));
        assertEquals(8, card.newest().revision());
    }

    @Test
    void aLateViewNeverReplacesANewerOne() {
        Card card = shown();

        card.show(Views.view(4, Views.playing("Zero")), Beside.NOTHING);

        assertEquals(5, card.newest().revision());
    }

    @Test
    void troubleIsNews() {
        Card card = shown();

        card.show(PLAYING, new Beside(Optional.of(Trouble.STRUGGLING), Optional.empty(), false));

        assertEquals(NOW.plus(EditPace.BETWEEN_NEWS), card.editAt(NOW));
    }

    @Test
    void whatDiscordDidNotTakeIsTriedAgain() {
        Card card = shown();
        card.show(Views.view(6, Views.playing("Two")), Beside.NOTHING);
        card.begin(NOW.plusSeconds(1));

        card.failed();

        assertEquals(NOW.plusSeconds(2), card.editAt(NOW.plusSeconds(1)));
    }

    @Test
    void itIsOverWhenTheEndWasShown() {
        Card card = shown();
        card.show(
                Views.view(9, new Timeline.Silent(), new Search.Idle(), 0, Views.Running.OVER),
                Beside.NOTHING);
        assertFalse(card.isOver());

        card.begin(NOW.plusSeconds(1));

        assertTrue(card.isOver());
    }
}
