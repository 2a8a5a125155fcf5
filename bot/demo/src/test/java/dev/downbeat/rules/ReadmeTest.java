package dev.downbeat.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The front door: the same in both languages, and no link into nowhere. */
class ReadmeTest {
    private static final Path ENGLISH = Sources.root().resolve("README.md");
    private static final Path RUSSIAN = Sources.root().resolve("README.ru.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @Test
    void bothLanguagesHaveTheSameHeadings() {
        assertEquals(levels(ENGLISH), levels(RUSSIAN));
        assertTrue(levels(ENGLISH).size() > 5);
    }

    @Test
    void bothLanguagesShowTheSameCommandsAndLinks() {
        assertEquals(blocks(ENGLISH), blocks(RUSSIAN));
        assertEquals(links(ENGLISH).size(), links(RUSSIAN).size());
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (Path readme : Sources.ending("README.md")) {
            for (String link : links(readme)) {
                Path target = readme.resolveSibling(link).normalize();
                assertTrue(
                        link.startsWith("http") || Files.exists(target),
                        () -> Sources.name(readme) + " links to " + link);
            }
        }
    }

    private static List<String> levels(Path readme) {
        return Sources.lines(readme).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private static List<String> blocks(Path readme) {
        String[] parts = String.join("\n", Sources.lines(readme)).split("```", -1);
        return java.util.stream.IntStream.range(0, parts.length)
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> parts[i])
                .toList();
    }

    private static List<String> links(Path readme) {
        Matcher found = LINK.matcher(String.join("\n", Sources.lines(readme)));
        return found.results().map(result -> result.group(1)).toList();
    }
}
