package dev.downbeat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void aNameIsTheSameHoweverItIsDressed() {
        assertTrue(PlainText.isSameName("Mila", " m\u200BILA! "));
        assertTrue(PlainText.isSameName("Mila", "Ｍｉｌａ"));
        assertTrue(PlainText.isSameName("🎵", "🎵"));
        assertFalse(PlainText.isSameName("Mila", "Milan"));
        assertFalse(PlainText.isSameName("🎵", "🎶"));
    }
}
