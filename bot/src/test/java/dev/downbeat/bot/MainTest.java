package dev.downbeat.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Main.run(args, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream from) {
        return from.toString(StandardCharsets.UTF_8);
    }

    @Test
    void helpNamesWhatItCanDo() {
        assertEquals(0, run("--help"));

        assertTrue(text(out).contains("doctor"));
    }

    @Test
    void theVersionIsOneLine() {
        assertEquals(0, run("--version"));

        assertTrue(text(out).startsWith("downbeat "));
        assertEquals(1, text(out).lines().count());
    }

    @Test
    void anUnknownWordIsAnsweredWithWhereToLook() {
        assertEquals(2, run("dance"));

        assertTrue(text(err).contains("--help"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--config", "serve --config", "doctor --config", "--config --config"})
    void aMissingNameOfTheSettingsFileIsNamedInOneLine(String line) {
        assertEquals(2, run(line.split(" ", -1)));

        assertTrue(text(err).contains("after --config the name of the settings file"), text(err));
        assertEquals(1, text(err).lines().count());
    }

    @Test
    void badSettingsAreNamedAndNothingStarts(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.toml"), "[http]\nport = -1\nhue = 2\n");

        assertEquals(3, run("serve", "--config", file.toString()));

        assertEquals(2, text(err).lines().count());
    }

    @Test
    void helpNamesTheFileInUse(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("my.toml"), "");

        assertEquals(0, run("--config", file.toString(), "--help"));

        assertTrue(text(out).contains("settings file: " + file), text(out));
    }

    @Test
    void withoutAFileHelpSaysWhereItWouldBeLookedFor(@TempDir Path folder) {
        String before = System.setProperty(SettingsPlace.HOME, folder.toString());
        try {
            assertEquals(0, run("--help"));
        } finally {
            if (before == null) {
                System.clearProperty(SettingsPlace.HOME);
            } else {
                System.setProperty(SettingsPlace.HOME, before);
            }
        }

        Path usual = folder.resolve("config").resolve("downbeat.toml");
        assertTrue(text(out).contains("no settings file"), text(out));
        assertTrue(text(out).contains(usual.toString()), text(out));
    }
}
