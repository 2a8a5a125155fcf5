package dev.downbeat.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.bot.voice.VoiceEncryption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class DoctorTest {
    private static final VoiceEncryption NONE = new VoiceEncryption(0, "no library here");

    @TempDir private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int examine(Settings settings, VoiceEncryption encryption) {
        SettingsPlace place = new SettingsPlace(folder.resolve("downbeat.toml"), false);
        return Doctor.run(
                settings, place, encryption, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Settings settings(String key, Object value) {
        return Settings.read(Map.of("data.dir", folder.toString(), key, value), Map.of());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        String none = folder.resolve("none").toString();

        assertEquals(1, examine(settings("library.folders", List.of(none)), NONE));

        assertTrue(said().contains("FAULT  library folder " + none), said());
        assertFalse(said().contains("The library holds"), said());
        assertTrue(said().contains("no discord.token: web parties only"), said());
    }

    @Test
    void aDatabaseThatDoesNotAnswerAndAPortInUseAreNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            examine(settings("http.port", port), NONE);
            assertTrue(said().contains("warn   port " + port + " cannot be had now"), said());
        }

        String nobody = "postgres://me:secret@127.0.0.1:1/party";
        assertEquals(1, examine(settings("database.url", nobody), NONE));
        assertTrue(said().contains("FAULT  The database cannot be opened"), said());
        assertFalse(said().contains("secret"), said());
    }

    @Test
    void anAddressThatIsNotThisMachinesIsAFaultAndNoTakenPort() {
        assertEquals(1, examine(settings("http.host", "192.0.2.1"), NONE));

        assertTrue(
                said().contains(
                                "FAULT  192.0.2.1 is not an address of this machine;"
                                        + " set http.host"),
                said());
        assertFalse(said().contains(" port "), said());
    }

    @Test
    void aPortThatIsChosenAtStartIsNotCalledTaken() {
        examine(settings("http.port", 0), NONE);

        assertTrue(said().contains("ok     http.port 0: a free port is chosen at start"), said());
    }

    @Test
    void theDatabaseOfAFolderThatCannotBeWrittenIsNotPraised() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Settings inFile = Settings.read(Map.of("data.dir", file.toString()), Map.of());

        assertEquals(1, examine(inFile, NONE));

        assertTrue(said().contains("FAULT  data.dir " + file), said());
        assertFalse(said().contains("database"), said());
    }

    @Test
    void theFileInUseIsNamed() throws IOException {
        examine(settings("http.port", 1), NONE);
        assertTrue(said().contains("no settings file; one would be looked for at"), said());

        Files.writeString(folder.resolve("downbeat.toml"), "");
        examine(settings("http.port", 1), NONE);
        assertTrue(said().contains("ok     settings file: " + folder), said());
    }

    @Test
    void missingEncryptionIsAWarningUnlessItIsRequired() {
        assertEquals(0, examine(settings("http.port", 1), NONE));
        assertTrue(said().contains("warn   Voice is not end-to-end encrypted"), said());
        assertTrue(said().contains("transport encryption is still used"), said());

        assertEquals(1, examine(settings("discord.require_encryption", true), NONE));
        assertTrue(said().contains("FAULT  Voice is not end-to-end encrypted"), said());
    }

    @Test
    void filesThatCannotBeReadAreCountedAndNamed() throws IOException {
        Path library = Files.createDirectories(folder.resolve("library"));
        Tone.write(library.resolve("Test Pattern - Low Tone.wav"), 440, 1);
        Files.writeString(library.resolve("Nothing - In It.mp3"), "no music");

        assertEquals(0, examine(settings("library.folders", List.of(library.toString())), NONE));

        assertTrue(
                said().contains(
                                "warn   The library holds 1 track; 1 file could not be read:"
                                        + " Nothing - In It.mp3"),
                said());
    }

    @Test
    void discordIsAskedAboutTheTokenWhichIsNeverShown() throws IOException {
        try (TestDiscord discord = new TestDiscord()) {
            Settings usual = Settings.defaults();

            examine(usual.with(discord.settings(), usual.http(), usual.data()), NONE);

            assertTrue(said().contains("ok     Discord accepts the token"), said());
            assertFalse(said().contains(discord.settings().token().text()));
        }
    }
}
