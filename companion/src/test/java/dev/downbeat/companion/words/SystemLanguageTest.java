package dev.downbeat.companion.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.Map;

class SystemLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "ru_RU.UTF-8, en_US.UTF-8, en_US.UTF-8, ru",
        "'', ru_RU.UTF-8, en_US.UTF-8, ru",
        "'', '', ru_RU.UTF-8, ru",
        "'', '', ru, ru",
        "'', '', RU_ru@latin, ru",
        "C, ru_RU.UTF-8, ru_RU.UTF-8, ''",
        "POSIX, '', '', ''",
        "C.UTF-8, '', ru_RU.UTF-8, ''",
        "'', '', '', de",
    })
    void theFirstThatIsSetDecides(String all, String messages, String lang, String expected) {
        Map<String, String> environment =
                Map.of("LC_ALL", all, "LC_MESSAGES", messages, "LANG", lang);

        assertEquals(Locale.of(expected), SystemLanguage.of(environment, Locale.of("de")));
    }

    @Test
    void withoutAnyOfThemTheSystemDecides() {
        assertEquals(Locale.GERMAN, SystemLanguage.of(Map.of(), Locale.GERMAN));
    }
}
