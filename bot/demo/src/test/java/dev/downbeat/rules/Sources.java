package dev.downbeat.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the tree, found from the module's folder upwards. */
final class Sources {
    private static final List<String> SKIPPED = List.of("/target/", "/.git/", "/node_modules/");

    private Sources() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("server/party/pom.xml"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "not inside the tree");
        }
        return folder;
    }

    static List<Path> ending(String suffix) {
        try (Stream<Path> all = Files.walk(root())) {
            return all.filter(f -> f.toString().endsWith(suffix)).filter(Sources::ours).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> java() {
        return ending(".java");
    }

    static String name(Path file) {
        return root().relativize(file).toString();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ours(Path file) {
        String path = file.toString().replace('\\', '/');
        return SKIPPED.stream().noneMatch(path::contains);
    }
}
