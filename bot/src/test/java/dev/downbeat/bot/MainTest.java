package dev.downbeat.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

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

    @Test
    void badSettingsAreNamedAndNothingStarts(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.toml"), "[http]\nport = -1\nhue = 2\n");

        assertEquals(3, run("serve", "--config", file.toString()));

        assertEquals(2, text(err).lines().count());
    }

    @Test
    void theDoctorNamesAFolderThatIsNotThere(@TempDir Path folder) {
        Settings settings =
                Settings.read(
                        Map.of(
                                "data.dir", folder.toString(),
                                "library.folders",
                                        java.util.List.of(folder.resolve("none").toString())),
                        Map.of());

        assertEquals(1, Doctor.run(settings, stream(out)));

        assertTrue(text(out).contains("FAULT  library folder"), text(out));
        assertTrue(text(out).contains("no discord.token: web parties only"));
    }

    @Test
    void theDoctorAsksDiscordAboutTheTokenAndNeverShowsIt() throws IOException {
        try (TestDiscord discord = new TestDiscord()) {
            Settings usual = Settings.defaults();

            Doctor.run(usual.with(discord.settings(), usual.http(), usual.data()), stream(out));

            assertTrue(text(out).contains("ok     Discord accepts the token"), text(out));
            assertFalse(text(out).contains(discord.settings().token().text()));
        }
    }
}
