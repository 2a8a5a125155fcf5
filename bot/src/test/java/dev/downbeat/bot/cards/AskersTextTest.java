package dev.downbeat.bot.cards;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Words;
import dev.downbeat.party.HostLink;
import dev.downbeat.party.ItemId;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.PausedBy;
import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Prospect;
import dev.downbeat.party.QueueItem;
import dev.downbeat.party.Search;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Timeline;
import dev.downbeat.party.Track;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;

/** What people read of those who asked, paused and queued. */
class AskersTextTest {
    private static final Around PLAIN =
            new Around(Views.START.plusSeconds(62), Beside.NOTHING, Optional.empty());

    private static String text(PartyView view) {
        return CardText.of(view, PLAIN, Words.in(Language.ENGLISH));
    }

    @Test
    void theHeadOfTheQueueIsShownAndHowManyMore() {
        PartyView view =
                Views.view(1, Views.playing("One"), new Search.Idle(), 10_000, Views.Running.ON);

        String text = text(view);

        assertTrue(text.contains("Next 0 (<@42>) · Somebody – Next 1 (<@42>)"), text);
        assertTrue(text.contains("and 9997 more"), text);
    }

    @Test
    void aQueueOfHostileTitlesAndItsAskersFitAMessage() {
        SeatId longest = new SeatId("discord:" + "9".repeat(20));
        Track hostile = Views.track("*".repeat(4_000));
        QueueItem item = new QueueItem(new ItemId(1), hostile, longest);
        PartyView view =
                Views.following(
                        HostLink.PRESENT,
                        Collections.nCopies(10_000, item),
                        new Prospect(true, true, true, true, true, false));

        for (Language language : Language.values()) {
            Words words = Words.in(language);
            String page = QueueText.page(view, 1_000, words);
            String card = CardText.of(view, PLAIN, words);

            assertTrue(page.length() < 2_000, "it has " + page.length());
            assertTrue(card.length() < 2_000, "it has " + card.length());
            assertTrue(page.contains(" · <@" + "9".repeat(20) + ">\n"), page);
        }
    }

    @Test
    void underAPersonsPauseAPlayerThatPlaysOnIsSaidToNeedAResume() {
        Timeline paused =
                new Timeline.Paused(
                        new PlaybackId(1),
                        Views.track("One"),
                        Duration.ofSeconds(9),
                        new PausedBy.Person(Views.HOST));
        PartyView view = Views.playingOn(paused);

        String english = text(view);
        String russian = CardText.of(view, PLAIN, Words.in(Language.RUSSIAN));

        assertTrue(
                english.contains("3:05\nThe host's player plays on; Resume makes it heard\n"),
                english);
        assertTrue(russian.contains("\nПлеер хозяина играет дальше; слышно его"), russian);
        assertFalse(text(Views.view(1, paused)).contains("plays on"));
    }
}
