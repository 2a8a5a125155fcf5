package dev.downbeat.demo.whole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where {@code mvn package} left the programs. */
public final class Built {
    private Built() {}

    public static Path server() {
        return root().resolve("bot/target/downbeat/bin/downbeat");
    }

    public static Path companion() {
        return root().resolve("companion/target/downbeat-companion/bin/downbeat-companion");
    }

    public static boolean exists() {
        return Files.isExecutable(server()) && Files.isExecutable(companion());
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("server/party/pom.xml"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside Downbeat's tree");
        }
        return folder;
    }
}
