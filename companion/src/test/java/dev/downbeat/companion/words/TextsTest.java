package dev.downbeat.companion.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class TextsTest {
    private static final Texts ENGLISH = Texts.of("en", Locale.ROOT);
    private static final Texts RUSSIAN = Texts.of("ru", Locale.ROOT);

    private static Set<String> keys(String file) throws IOException {
        Properties catalogue = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(Texts.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            catalogue.load(in);
        }
        return new TreeSet<>(catalogue.stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts.properties", "texts_ru.properties"})
    void aCatalogueHasEverySentenceAndNoOther(String file) throws IOException {
        Set<String> all =
                Arrays.stream(Text.values())
                        .map(text -> text.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(all, keys(file));
    }

    @ParameterizedTest
    @EnumSource
    void bothLanguagesFillInTheSame(Text text) {
        assertEquals(places(ENGLISH.pattern(text)), places(RUSSIAN.pattern(text)));
        assertNotEquals(ENGLISH.pattern(text), RUSSIAN.pattern(text));
    }

    private static Set<String> places(String sentence) {
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theLocaleDecidesUnlessTheSettingsDo() {
        Locale russian = Locale.of("ru", "RU");

        assertEquals(RUSSIAN.say(Text.LEFT), Texts.of("", russian).say(Text.LEFT));
        assertEquals(ENGLISH.say(Text.LEFT), Texts.of("", Locale.GERMAN).say(Text.LEFT));
        assertEquals(ENGLISH.say(Text.LEFT), Texts.of("en", russian).say(Text.LEFT));
    }

    @Test
    void aReasonIsSaidInTheSameLanguage() {
        assertEquals(
                "Файл не удалось отправить: связь оборвалась",
                RUSSIAN.say(Text.UPLOAD_BROKEN, Text.BROKEN_CONNECTION));
    }

    @Test
    void whatOthersNamedCannotSteerTheTerminal() {
        String said = ENGLISH.say(Text.SERVER_SAYS, "\u001b[2Jgone\u202e");

        assertTrue(said.endsWith(" [2Jgone "), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r", "\u001b", "\u0085", "\u009b", "\u202e", "\u2028", "\u2029", "\u2066"
            })
    void oneWordOfOthersNeverBecomesTwoLinesOrASign(String sign) {
        assertEquals("The server says: a b", ENGLISH.say(Text.SERVER_SAYS, "a" + sign + "b"));
        assertEquals("a\\u%04xb".formatted((int) sign.charAt(0)), Plain.escaped("a" + sign + "b"));
    }

    @Test
    void aRecordOfSeveralLinesKeepsThem() {
        assertEquals("one\n\ttwo\\u009b", Plain.escapedText("one\n\ttwo\u009b"));
    }
}
