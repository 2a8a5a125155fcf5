package dev.downbeat.companion.home;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where this desktop keeps a program's files.
 *
 * @param config settings and the link to the server
 * @param state records that may be lost
 * @param runtime gone after logging out
 */
public record Folders(Path config, Path state, Path runtime) {
    private static final String NAME = "downbeat-companion";

    /**
     * As the XDG base directory specification has it: {@code $HOME} goes before {@code userHome},
     * and what is not absolute counts for nothing.
     *
     * @param environment {@code DOWNBEAT_COMPANION_CONFIG_DIR}, {@code …_STATE_DIR} and {@code
     *     …_RUNTIME_DIR} go before what the desktop says
     * @param userHome as Java knows it
     */
    public static Folders of(Map<String, String> environment, String system, Path userHome) {
        String lower = system.toLowerCase(Locale.ROOT);
        Path home =
                lower.startsWith("windows") ? userHome : absolute(environment, "HOME", userHome);
        Path config = config(environment, lower, home);
        Path state = state(environment, lower, home);
        return new Folders(
                told(environment, "DOWNBEAT_COMPANION_CONFIG_DIR", config),
                told(environment, "DOWNBEAT_COMPANION_STATE_DIR", state),
                told(
                        environment,
                        "DOWNBEAT_COMPANION_RUNTIME_DIR",
                        absolute(environment, "XDG_RUNTIME_DIR", state).resolve(NAME)));
    }

    private static Path config(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("windows")) {
            return told(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve(NAME);
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support").resolve(NAME);
        }
        return absolute(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME);
    }

    private static Path state(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("windows")) {
            return told(environment, "LOCALAPPDATA", home.resolve("AppData/Local")).resolve(NAME);
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Caches").resolve(NAME);
        }
        return absolute(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve(NAME);
    }

    private static Path absolute(Map<String, String> environment, String key, Path otherwise) {
        Path said = told(environment, key, otherwise);
        return said.isAbsolute() ? said : otherwise;
    }

    private static Path told(Map<String, String> environment, String key, Path otherwise) {
        String value = environment.getOrDefault(key, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }

    public Path settings() {
        return config.resolve("config.json");
    }

    public Path link() {
        return config.resolve("link.json");
    }

    public Path socket() {
        return runtime.resolve("control.sock");
    }

    public Path lock() {
        return runtime.resolve("lock");
    }
}
