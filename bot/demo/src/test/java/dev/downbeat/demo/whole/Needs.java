package dev.downbeat.demo.whole;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Skips a test, with the reason, where the machine lacks what it drives. */
final class Needs {
    private Needs() {}

    static void programs(String... names) {
        for (String name : names) {
            assumeTrue(isOnPath(name), name + " is not installed");
        }
    }

    static void built() {
        assumeTrue(Built.exists(), "the programs are not built; mvn verify builds them first");
    }

    private static boolean isOnPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
