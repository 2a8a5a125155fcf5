package dev.downbeat.engine.sources.matching;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

final class TypedMatcherTest {
    private static final Recording BLOOD =
            new Recording("Группа крови", "Кино", "", Duration.ofSeconds(285));
    private static final Recording REMIX =
            new Recording("You & Me (Flume Remix)", "Disclosure", "", Duration.ZERO);
    private static final Recording RHAPSODY =
            new Recording("Bohemian Rhapsody (Remastered 2011)", "Queen", "", Duration.ZERO);

    private static boolean means(String typed, Recording recording) {
        return new TypedMatcher(typed).match(recording).accepted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "кино группа крови",
                "группа крови кино",
                "Группа крови",
                "gruppa krovi",
                "kino - gruppa krovi",
                "кино группа крови",
                "КИНО   «ГРУППА КРОВИ»"
            })
    void artistAndTitleInAnyOrderAlphabetAndWithASlip(String typed) {
        assertTrue(means(typed, BLOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "кино",
                "кино пачка сигарет",
                "группа",
                "группа крови live",
                "кровь",
                "",
                "!"
            })
    void somethingElseIsNotMeant(String typed) {
        assertFalse(means(typed, BLOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queen bohemian rhapsody",
                "bohemian rapsody queen",
                "the queen bohemian rhapsody",
                "Queen — Bohemian Rhapsody",
                "bohemian rhapsody (official video)"
            })
    void whatIsSaidAboutAnEditionDoesNotMatter(String typed) {
        assertTrue(means(typed, RHAPSODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disclosure you and me flume remix", "You & Me (Flume Remix)"})
    void aRemixIsForWhoNamesIt(String typed) {
        assertTrue(means(typed, REMIX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disclosure you and me", "disclosure you and me rivo remix"})
    void aRemixIsNotForWhoDoesNot(String typed) {
        assertFalse(means(typed, REMIX));
    }
}
