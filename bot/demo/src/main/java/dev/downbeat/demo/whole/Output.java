package dev.downbeat.demo.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The whole standard output of a short-lived program. */
public final class Output {
    private Output() {}

    public static byte[] of(List<String> command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            byte[] out = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed");
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.getFirst(), e);
        }
    }
}
