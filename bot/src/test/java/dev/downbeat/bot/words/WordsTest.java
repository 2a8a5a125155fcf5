package dev.downbeat.bot.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

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
}
