package dev.downbeat.bot.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.bot.voice.Trouble;
import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Sentences;
import dev.downbeat.bot.words.Words;
import dev.downbeat.party.HostLink;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.Note;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.PausedBy;
import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Problem;
import dev.downbeat.party.Prospect;
import dev.downbeat.party.Search;
import dev.downbeat.party.Timeline;
import dev.downbeat.party.Track;
import dev.downbeat.party.TrackRequest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class CardTextTest {
    private static final TrackRequest WHAT = new TrackRequest.Typed("some *song*");
    private static final Around PLAIN =
            new Around(Views.START.plusSeconds(62), Beside.NOTHING, Optional.empty());

    private static String text(PartyView view, Around around) {
        return CardText.of(view, around, Words.in(Language.ENGLISH));
    }

    private static String searching(Search search) {
        return text(Views.view(1, new Timeline.Silent(), search, 0, Views.Running.ON), PLAIN);
    }

    @Test
    void aPlayingTrackShowsWhereItIsAndWhereItComesFrom() {
        String text = text(Views.view(1, Views.playing("One")), PLAIN);

        assertTrue(text.startsWith("### Somebody – One\nPlaying · 1:02 of 3:05\n"), text);
        assertTrue(text.contains("From library · 97 %"), text);
    }

    @Test
    void theHostsOwnFileIsNamedOnce() {
        Track own =
                new Track(
                        new MediaRef("host-file:a"),
                        "One",
                        "Somebody",
                        Duration.ofSeconds(185),
                        "host-file",
                        "the host's own file");
        PartyView view =
                Views.view(
                        1,
                        new Timeline.Playing(new PlaybackId(1), own, Duration.ZERO, Views.START));

        for (Language language : Language.values()) {
            Words words = Words.in(language);
            String source = words.source("host-file");
            String card = CardText.of(view, PLAIN, words);
            String note = Sentences.of(new Note.NowPlaying(own), words);

            assertEquals(2, card.split(source, -1).length, card);
            assertEquals(2, note.split(source, -1).length, note);
        }
    }

    @Test
    void thePositionNeverPassesTheEnd() {
        Around later = new Around(Views.START.plusSeconds(900), Beside.NOTHING, Optional.empty());

        assertTrue(text(Views.view(1, Views.playing("One")), later).contains("3:05 of 3:05"));
    }

    @Test
    void whoPausedIsNamed() {
        Timeline paused =
                new Timeline.Paused(
                        new PlaybackId(1),
                        Views.track("One"),
                        Duration.ofSeconds(9),
                        new PausedBy.Person(Views.HOST));

        assertTrue(text(Views.view(1, paused), PLAIN).contains("Paused by <@42> · 0:09 of 3:05"));
    }

    @Test
    void aPlayerAtAnotherSpeedIsNotCalledPaused() {
        Timeline held =
                new Timeline.Paused(
                        new PlaybackId(1),
                        Views.track("One"),
                        Duration.ofSeconds(9),
                        new PausedBy.Speed());

        String english = text(Views.view(1, held), PLAIN);
        String russian = CardText.of(Views.view(1, held), PLAIN, Words.in(Language.RUSSIAN));

        assertTrue(english.contains("Silent for now: the host's player plays at another"), english);
        assertTrue(english.contains("when the player is at normal speed again"), english);
        assertTrue(russian.contains("Пока тихо: плеер хозяина играет с другой"), russian);
        assertFalse(english.contains("Paused"), english);
    }

    @Test
    void everyWayOfSearchingHasItsSentence() {
        assertTrue(searching(new Search.Asking(WHAT)).contains("Looking for **some \\*song\\***"));
        assertTrue(searching(new Search.NotFound(WHAT)).contains("Not found: **some"));
        assertTrue(
                searching(new Search.Waiting(WHAT, "host-file", PLAIN.now().plusSeconds(7)))
                        .contains("about 7 s left"));
        assertTrue(
                searching(new Search.Failed(WHAT, Problem.NO_SOUND, "cut_off"))
                        .contains("It cannot be played in full (the file is cut off)."));
        assertTrue(
                searching(new Search.Failed(WHAT, Problem.INTERNAL, ""))
                        .contains("Something broke on our side. The party goes on."));
    }

    @Test
    void theQueueOfAPartyThatFollowsAPlayerSaysWhenItIsHeard() {
        PartyView view =
                Views.following(
                        HostLink.PRESENT, 1, new Prospect(true, false, false, false, false, false));

        String english = text(view, PLAIN);
        String russian = CardText.of(view, PLAIN, Words.in(Language.RUSSIAN));

        assertTrue(english.contains("When the player is away: Somebody – Next 0"), english);
        assertTrue(russian.contains("Когда плеера нет: Somebody – Next 0"), russian);
    }

    @Test
    void inSilenceTheCardSaysHowTheQueueStarts() {
        PartyView seen =
                Views.following(
                        HostLink.PRESENT, 1, new Prospect(true, false, false, false, true, false));
        PartyView away =
                Views.following(
                        HostLink.LOST, 1, new Prospect(true, true, false, true, true, false));

        String english = text(seen, PLAIN);
        assertTrue(english.contains("In the queue: Somebody – Next 0"), english);
        assertTrue(english.contains("the queue starts with Resume (/resume).\n"), english);
        assertFalse(english.contains("When the player is away"), english);
        String alone = text(away, PLAIN);
        assertTrue(alone.contains("starts with Resume (/resume), or with the next /play"), alone);
        assertFalse(alone.contains("plays on by itself"), alone);
        assertFalse(alone.contains("Next: "), alone);
        assertTrue(lastLine(seen, Words.in(Language.ENGLISH)).endsWith("with Resume (/resume)."));
        assertTrue(lastLine(away, Words.in(Language.RUSSIAN)).contains("Сейчас тишина"));
        assertEquals(CardButton.Action.RESUME, CardButton.rows(seen).getFirst().getFirst());
    }

    @Test
    void theModeIsNamed() {
        String queue = text(Views.view(1, Views.playing("One")), PLAIN);
        String player = text(Views.following(HostLink.PRESENT), PLAIN);

        assertTrue(queue.contains("Host: <@42> · the party plays its queue"), queue);
        assertTrue(player.contains("Host: <@42> · the party follows <@42>'s player"), player);
    }

    @Test
    void aRussianCardHasNoEnglishReasonInIt() {
        PartyView view =
                Views.view(
                        1,
                        Views.playing("Тихо"),
                        new Search.Failed(
                                new TrackRequest.Typed("Песня"), Problem.LINK_REFUSED, "link_page"),
                        0,
                        Views.Running.ON);

        String text = CardText.of(view, PLAIN, Words.in(Language.RUSSIAN));

        assertTrue(text.contains("Источник: библиотека · 97 %\\: название, исполнитель"), text);
        assertTrue(text.contains("(ссылка ведёт на страницу, а не на музыкальный файл)"), text);
    }

    @Test
    void troubleAndMissingEncryptionAreSaid() {
        Around around =
                new Around(
                        Views.START,
                        new Beside(Optional.of(Trouble.UNREACHABLE), Optional.empty(), false),
                        Optional.of("too old"));

        String text = text(Views.view(1, Views.playing("One")), around);

        assertTrue(text.contains("not encrypted"), text);
        assertTrue(text.contains("voice server cannot be reached"), text);
        assertFalse(text(Views.view(1, Views.playing("One")), PLAIN).contains("encrypted"));
    }

    @Test
    void everyTroubleHasASentenceInBothLanguages() {
        for (Trouble trouble : Trouble.values()) {
            for (Language language : Language.values()) {
                Around around =
                        new Around(
                                Views.START,
                                new Beside(Optional.of(trouble), Optional.empty(), false),
                                Optional.empty());
                String text =
                        CardText.of(
                                Views.view(1, Views.playing("One")), around, Words.in(language));

                assertTrue(text.endsWith("**"), text);
            }
        }
    }

    @Test
    void hostileTitlesStayShortAndPlain() {
        PartyView view =
                Views.view(
                        1,
                        Views.playing("@everyone \u202E" + "*".repeat(4_000)),
                        new Search.NotFound(new TrackRequest.Typed("@here ".repeat(700))),
                        0,
                        Views.Running.ON);

        String text = text(view, PLAIN);

        assertTrue(text.length() < 2_000, "it has " + text.length());
        assertFalse(text.contains(" @everyone") || text.contains("**@here"), text);
        assertFalse(text.contains("\u202E"));
    }

    @Test
    void anEndedPartySaysOnlyThat() {
        PartyView over =
                Views.view(9, new Timeline.Silent(), new Search.Idle(), 0, Views.Running.OVER);

        assertEquals("The party is over. Thanks for listening!", text(over, PLAIN));
    }

    @Test
    void aPageOfTheQueueFitsAMessageWhateverTheTitles() {
        PartyView view =
                Views.view(1, Views.playing("One"), new Search.Idle(), 25, Views.Running.ON);
        Words words = Words.in(Language.ENGLISH);

        assertTrue(QueueText.page(view, 3, words).startsWith("Queue, page 3 of 3\n21."));
        assertTrue(QueueText.page(view, 3, words).contains("3:05 · <@42>\n22."));
        assertEquals("There is no page 4; the last one is page 3.", QueueText.page(view, 4, words));
    }

    @Test
    void aPageOfTheQueueSaysWhenItIsHeardWhereTheHostsPlayerLeads() {
        PartyView aside =
                Views.following(
                        HostLink.PRESENT, 1, new Prospect(true, false, false, false, false, false));
        PartyView alone =
                Views.following(
                        HostLink.LOST, 1, new Prospect(true, true, false, true, false, false));
        PartyView queue =
                Views.view(1, Views.playing("One"), new Search.Idle(), 1, Views.Running.ON);
        Words english = Words.in(Language.ENGLISH);
        Words russian = Words.in(Language.RUSSIAN);

        assertTrue(lastLine(aside, english).contains("is heard when the player goes away"));
        assertTrue(lastLine(aside, russian).contains("зазвучит, когда плеера не станет"));
        assertTrue(lastLine(alone, english).contains("is heard until the host's player leads"));
        assertTrue(lastLine(alone, russian).contains("звучит, пока снова не поведёт плеер"));
        assertTrue(lastLine(queue, english).startsWith("1. "));
    }

    private static String lastLine(PartyView view, Words words) {
        return QueueText.page(view, 1, words).lines().toList().getLast();
    }
}
