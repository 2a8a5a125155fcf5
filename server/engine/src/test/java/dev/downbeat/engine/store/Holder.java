package dev.downbeat.engine.store;

import dev.downbeat.engine.ServerClock;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that has a database open until it is closed. */
final class Holder implements AutoCloseable {
    private final Process process;

    private Holder(Process process) {
        this.process = process;
    }

    static Holder of(Path folder) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx96m",
                                "-XX:TieredStopAtLevel=1",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); !"open".equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IOException("The other process did not open the database");
            }
        }
        return new Holder(process);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** The other process: opens the database and waits for the end of its input. */
    public static void main(String... arguments) throws IOException {
        try (Store _ = Store.open("", Path.of(arguments[0]), ServerClock.start())) {
            System.out.println("open");
            int _ = System.in.read();
        }
    }
}
