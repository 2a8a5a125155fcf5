package dev.downbeat.rules;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** The formatter over the whole tree: {@code mvn -Pformat} writes, the build only looks. */
final class Format {
    private Format() {}

    public static void main(String[] args) {
        int status = run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), "--replace");
        if (status != 0) {
            throw new IllegalStateException("google-java-format could not read every file");
        }
    }

    /** Returns 0 when all is well. */
    static int run(PrintWriter out, String... how) {
        List<String> arguments = new ArrayList<>(List.of("--aosp"));
        arguments.addAll(List.of(how));
        Sources.java().stream().map(Path::toString).forEach(arguments::add);
        return ToolProvider.findFirst("google-java-format")
                .orElseThrow()
                .run(out, out, arguments.toArray(String[]::new));
    }
}
