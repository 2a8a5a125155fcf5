package dev.downbeat.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the tree must look, so that it stays a place to live in. */
class TidyTest {
    private static final int LONGEST_FILE = 300;
    private static final Pattern TECHNIQUE =
            Pattern.compile("(Abstract|Base)[A-Z].*|.*(Manager|Helper|Utils?|Impl)");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    @Test
    void noFileIsLongerThanThreeHundredLines() {
        assertEquals(List.of(), offenders(file -> Sources.lines(file).size() > LONGEST_FILE));
    }

    @Test
    void namesSayTheThingNotTheTechnique() {
        assertEquals(List.of(), offenders(file -> TECHNIQUE.matcher(typeName(file)).matches()));
    }

    @Test
    void nothingIsLeftUnfinished() {
        assertEquals(
                List.of(),
                offenders(
                        file -> !typeName(file).equals("TidyTest") && contains(file, UNFINISHED)));
    }

    @Test
    void testsDoNotSleep() {
        Pattern sleep = Pattern.compile("Thread\\.sleep|TimeUnit\\.\\w+\\.sleep");

        assertEquals(
                List.of(),
                offenders(file ->
                        file.toString().contains("/src/test/")
                                && !typeName(file).equals("TidyTest")
                                && !Sources.name(file).startsWith("bot/demo/")
                                && contains(file, sleep)));
    }

    @Test
    void everyPackageSaysWhatItIs() {
        List<String> silent = new ArrayList<>();
        for (Path file : Sources.java()) {
            Path folder = file.resolveSibling("package-info.java");
            if (file.toString().contains("/src/main/") && !Files.exists(folder)) {
                silent.add(Sources.name(folder));
            }
        }
        assertEquals(List.of(), silent.stream().distinct().toList());
    }

    @Test
    void everyPackageIsNullMarked() {
        List<Path> infos =
                Sources.java().stream().filter(file -> file.endsWith("package-info.java")).toList();

        assertFalse(infos.isEmpty());
        for (Path info : infos) {
            assertTrue(
                    contains(info, Pattern.compile("^@NullMarked")),
                    () -> Sources.name(info) + " lacks @NullMarked");
        }
    }

    @Test
    void noPomNamesARegistry() {
        Pattern registry =
                Pattern.compile("<(repository|pluginRepository|distributionManagement)>");
        for (Path pom : Sources.ending("pom.xml")) {
            assertFalse(contains(pom, registry), () -> Sources.name(pom));
        }
    }

    private static List<String> offenders(java.util.function.Predicate<Path> rule) {
        Stream<Path> code =
                Stream.of(".java", ".js", ".mjs", ".css").flatMap(s -> Sources.ending(s).stream());
        return code.filter(rule).map(Sources::name).sorted().toList();
    }

    private static boolean contains(Path file, Pattern pattern) {
        return Sources.lines(file).stream().anyMatch(line -> pattern.matcher(line).find());
    }

    private static String typeName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }
}
