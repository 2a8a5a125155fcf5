package dev.downbeat.bot.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.downbeat.party.MediaRef;
import dev.downbeat.party.Note;
import dev.downbeat.party.Problem;
import dev.downbeat.party.Track;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class WordsTest {
    private static final Words ENGLISH = Words.in(Language.ENGLISH);
    private static final Words RUSSIAN = Words.in(Language.RUSSIAN);

    /** Command names are English in Discord itself; only the translation needs an entry. */
    private static Set<String> sentences(Words words) {
        return words.keys().stream()
                .filter(key -> !key.startsWith("name."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothCataloguesHaveTheSameKeys() {
        assertEquals(sentences(ENGLISH), sentences(RUSSIAN));
    }

    @Test
    void bothFillInTheSameParts() {
        for (String key : sentences(ENGLISH)) {
            assertEquals(parts(ENGLISH.say(key)), parts(RUSSIAN.say(key)), key);
        }
    }

    private static Set<String> parts(String sentence) {
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noSentenceIsEmpty() {
        for (String key : RUSSIAN.keys()) {
            assertFalse(RUSSIAN.say(key).isBlank(), key);
        }
    }

    @Test
    void whatIsFilledInIsMadeSafe() {
        assertEquals(
                "**\\@everyone** is number 2 in the queue.",
                ENGLISH.say("note.queued", "@everyone", 2));
    }

    @Test
    void whatWeMadeOurselvesGoesInAsItIs() {
        assertEquals("Host: <@1>", ENGLISH.say("card.host", new Words.Ours("<@1>")));
    }

    @Test
    void aMissingSentenceIsAMistakeOfOurs() {
        assertThrows(IllegalArgumentException.class, () -> ENGLISH.say("no.such"));
    }

    @Test
    void whyATrackWasTakenIsSaidInBothLanguages() {
        assertEquals(
                "97 %: title, artist nearly, length +1 s, live",
                Why.of(track("97 %: title, artist nearly, length +1 s, live"), ENGLISH));
        assertEquals(
                "97 %: название, исполнитель почти, длина +1 с, live",
                Why.of(track("97 %: title, artist nearly, length +1 s, live"), RUSSIAN));
        assertEquals("сама ссылка", Why.of(track("the link itself"), RUSSIAN));
        assertEquals("файл самого хозяина", Why.of(track("the host's own file"), RUSSIAN));
        assertEquals("", Why.of(track(""), RUSSIAN));
    }

    private static Track track(String why) {
        return new Track(new MediaRef("library:a"), "a", "b", Duration.ZERO, "library", why);
    }

    @Test
    void aFileOfWhichSomeSoundCameIsNotSaidToHaveNone() {
        String detail = "length_wrong 60.0 57.0";

        assertEquals(
                "It cannot be played in full (the file is cut off or damaged; it says that it"
                        + " lasts 60.0 s, but 57.0 s came out).",
                Sentences.of(Problem.NO_SOUND, detail, ENGLISH));
        assertEquals(
                "Целиком это не сыграть (файл обрезан или повреждён; обещано 60.0 с, а вышло 57.0"
                        + " с).",
                Sentences.of(Problem.NO_SOUND, detail, RUSSIAN));
        assertEquals(
                "No sound came out of it (there is no sound in this file).",
                Sentences.of(Problem.NO_SOUND, "no_sound_in_it", ENGLISH));
    }

    @Test
    void everythingThatMayBeSoHasWords() {
        for (Note.AlreadySo.What what : Note.AlreadySo.What.values()) {
            assertFalse(Sentences.of(new Note.AlreadySo(what), RUSSIAN).isBlank());
        }
    }
}
