package dev.downbeat.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One thing has one Russian name, and the bot's words say which. */
class RussianWordsTest {
    /** The bot says "спутник" and "хозяин". */
    private static final Pattern OTHER_NAMES =
            Pattern.compile(
                    "компаньон|ведущ(ий|его|ему|им|ем)(?!\\p{L})",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Test
    void whatIsSaidInRussianNamesTheCompanionAndTheHostAsTheBotDoes() {
        List<Path> said =
                Stream.of("README.ru.md", "ru.properties", ".js", ".java")
                        .flatMap(ending -> Sources.ending(ending).stream())
                        .filter(file -> !Sources.name(file).contains("src/test"))
                        .toList();

        assertTrue(said.stream().map(Sources::name).anyMatch("README.ru.md"::equals));
        assertEquals(
                List.of(),
                said.stream()
                        .filter(file ->
                                Sources.lines(file).stream().anyMatch(OTHER_NAMES.asPredicate()))
                        .map(Sources::name)
                        .toList());
    }
}
