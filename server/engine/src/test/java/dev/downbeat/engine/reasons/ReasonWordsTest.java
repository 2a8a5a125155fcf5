package dev.downbeat.engine.reasons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.downbeat.audio.Refusal;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ReasonWordsTest {
    private static final Set<String> CODES =
            Stream.concat(
                            Arrays.stream(Reason.values()).map(Reason::code),
                            Arrays.stream(Refusal.values()).map(Refusal::code))
                    .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyReasonHasWordsInBothLanguagesAndNothingElseHas() {
        assertEquals(CODES, ReasonWords.ENGLISH.codes());
        assertEquals(CODES, ReasonWords.RUSSIAN.codes());
    }

    @Test
    void bothLanguagesFillInTheSameParts() {
        for (String code : CODES) {
            assertEquals(
                    parts(ReasonWords.ENGLISH.of(code).orElseThrow()),
                    parts(ReasonWords.RUSSIAN.of(code).orElseThrow()),
                    code);
        }
    }

    /** Everywhere else the host is a person. */
    @Test
    void noServerOfALinkIsCalledAHost() {
        CODES.stream()
                .filter(code -> code.startsWith("link_"))
                .map(code -> ReasonWords.ENGLISH.of(code).orElseThrow())
                .forEach(words -> assertFalse(words.contains("host"), words));
    }

    private static Set<String> parts(String sentence) {
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatItIsAboutIsFilledIn() {
        assertEquals(
                Optional.of("the link's server answers 404"),
                ReasonWords.ENGLISH.of(Reason.LINK_STATUS.about(404)));
        assertEquals(
                " (файл обрезан или повреждён; обещано 5.0 с, а вышло 3.5 с)",
                ReasonWords.RUSSIAN.aside(Refusal.LENGTH_WRONG.about("5.0", "3.5")));
    }

    @Test
    void whatIsNoReasonIsNotSaid() {
        assertEquals("", ReasonWords.ENGLISH.aside(""));
        assertEquals("", ReasonWords.RUSSIAN.aside("No space left on /some/place"));
        assertEquals("", ReasonWords.RUSSIAN.aside(Reason.source("a-new-one")));
    }
}
