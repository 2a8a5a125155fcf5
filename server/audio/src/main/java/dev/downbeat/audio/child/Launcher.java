package dev.downbeat.audio.child;

import dev.downbeat.audio.child.inside.MediaChild;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts the JVM of a media child: small heap, empty environment, a folder of its own. */
final class Launcher {
    /** What a program needs to run at all; everything else, secrets too, stays here. */
    private static final List<String> KEPT = List.of("SystemRoot", "LANG", "LC_ALL");

    private final int heapMegabytes;

    Launcher(int heapMegabytes) {
        this.heapMegabytes = heapMegabytes;
    }

    Process start(Path folder) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:MaxDirectMemorySize=32m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + folder,
                        "-Djava.awt.headless=true",
                        "-cp",
                        classPath(),
                        MediaChild.class.getName());
        builder.directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT);
        return builder.start();
    }

    /**
     * The server's own, without a logging backend: that would write where nothing may be written.
     */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("logback"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
