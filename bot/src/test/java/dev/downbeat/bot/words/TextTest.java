package dev.downbeat.bot.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

class TextTest {
    private static final List<String> HOSTILE =
            List.of(
                    "@everyone",
                    "@here",
                    "<@1>",
                    "<@&2>",
                    "<#3>",
                    "**",
                    "__",
                    "~~",
                    "||",
                    "`",
                    "```",
                    "[a](http://b)",
                    "https://c",
                    "# ",
                    "> ",
                    "- ",
                    ":smile:",
                    "\u202E",
                    "\u2066",
                    "\u200B",
                    "\u0000",
                    "\n",
                    "\r",
                    "\\",
                    "🎵",
                    "Жар",
                    "e\u0301",
                    "\uD800",
                    "\uDC00",
                    "\u3164",
                    " ");

    @Test
    void whateverComesNothingActiveIsLeft() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            String foreign = foreign(random);
            int most = 1 + random.nextInt(60);

            String safe = Text.safe(foreign, most);

            check(safe, most, seed);
        }
    }

    private static String foreign(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(30);
        for (int i = 0; i < parts; i++) {
            text.append(
                    random.nextBoolean()
                            ? HOSTILE.get(random.nextInt(HOSTILE.size()))
                            : Character.toString(random.nextInt(0x20, 0x3000)));
        }
        return text.toString();
    }

    /** Reads the text as Discord would: a backslash makes the next character plain. */
    private static void check(String safe, int most, long seed) {
        int[] points = safe.codePoints().toArray();
        int shown = 0;
        for (int i = 0; i < points.length; i++) {
            boolean escaped = points[i] == '\\';
            int point = escaped ? points[++i] : points[i];
            shown++;
            String where = "seed " + seed + ": " + safe;
            assertFalse(!escaped && "*_~`|<>@#[]():\\".indexOf(point) >= 0, where);
            int type = Character.getType(point);
            assertFalse(type == Character.CONTROL || type == Character.FORMAT, where);
            assertFalse(type == Character.SURROGATE, where);
        }
        assertTrue(shown <= most, "seed " + seed);
    }

    @Test
    void everyoneIsNotCalled() {
        assertEquals("\\@everyone", Text.safe("@everyone"));
    }

    @Test
    void aLinkIsNoLink() {
        assertEquals("https\\:\\/\\/evil", Text.safe("https://evil"));
    }

    @Test
    void wordsInAnyAlphabetStayAsTheyAre() {
        assertEquals("Кино Группа крови 血 🎵", Text.safe("Кино Группа крови 血 🎵"));
    }

    @Test
    void longTextIsCutBetweenCodePoints() {
        assertEquals("🎵🎵…", Text.safe("🎵🎵🎵🎵", 3));
    }

    @Test
    void fourThousandCharactersBecomeAHundred() {
        assertEquals(Text.SHORT, Text.safe("a".repeat(4_000)).codePointCount(0, 100));
    }

    @Test
    void linesBecomeOne() {
        assertEquals("a b", Text.safe("a\nb"));
    }
}
