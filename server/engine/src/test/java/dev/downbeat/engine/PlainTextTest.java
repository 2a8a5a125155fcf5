package dev.downbeat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202E",
                "\u2066",
                "\u200B",
                "\uFEFF",
                "\u0000",
                "\u001B",
                "\u0085",
                "\u3164",
                "\uE000",
                "\uD800",
                "\uDB40\uDC41"
            })
    void whatIsNotTextGoes(String hidden) {
        assertEquals("ab", PlainText.of("a" + hidden + "b").replace(" ", ""));
    }

    @Test
    void textStays() {
        String text = "Кино & Ко: \"Ночь\" (live) — 夜 🎵 شب";

        assertEquals(text, PlainText.of(text));
        assertEquals("one line", PlainText.of("one\nline"));
    }

    @ParameterizedTest
    @CsvSource({
        "Mila, \u041Cila",
        "Mila, Mil\u0430",
        "Mila, M\u00EDl\u00E4",
        "Mila, Mi\u0301la",
        "Mila, MiIa",
        "Mila, Mi1a",
        "Helen, \u041Delen",
        "Nina, \u039Dina",
        "Nova, n\u03BFva",
        "Olaf, 0\u0142af",
        "\u0412\u0435\u0440\u0430, Bepa",
        "\u0412\u0435\u0440\u0430, \u0432\u0435\u0440\u0430",
        "\u0410\u043B\u0451\u043D\u0430, \u0430\u043B\u0435\u043D\u0430",
    })
    void aNameInLettersThatLookTheSameIsTheSame(String name, String other) {
        assertTrue(PlainText.isSameName(name, other));
        assertTrue(PlainText.isSameName(other, name));
    }

    @ParameterizedTest
    @CsvSource({
        "Mila, \u041C\u0438\u043B\u0430",
        "Mila, Mina",
        "Anna, Hanna",
        "\u0410\u043D\u043D\u0430, Anna",
        "\u5C0F\u660E, \u5C0F\u7EA2",
    })
    void aNameThatLooksOtherwiseIsAnother(String name, String other) {
        assertFalse(PlainText.isSameName(name, other));
    }

    @Test
    void aNameIsTheSameHoweverItIsDressed() {
        assertTrue(PlainText.isSameName("Mila", " m\u200BILA! "));
        assertTrue(PlainText.isSameName("Mila", "Ｍｉｌａ"));
        assertTrue(PlainText.isSameName("🎵", "🎵"));
        assertFalse(PlainText.isSameName("Mila", "Milan"));
        assertFalse(PlainText.isSameName("🎵", "🎶"));
    }
}
