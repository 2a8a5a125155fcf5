package dev.downbeat.companion.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.home.SettingsFile.Membership;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SettingsFileTest {
    @TempDir private Path folder;
    private Path file;
    private SettingsFile settings;

    @BeforeEach
    void open() {
        file = folder.resolve("inner/config.json");
        settings = new SettingsFile(file, Map.of());
    }

    @Test
    void withoutAFileNothingIsAllowed() throws IOException {
        assertEquals(new Settings("", List.of(), "", false, List.of(), ""), settings.read());
    }

    @Test
    void whatIsPutIsReadAndTakenBack() throws IOException {
        settings.put("players", "mpv", Membership.IN);
        settings.put("players", "mpv", Membership.IN);
        settings.put("players", "vlc", Membership.IN);
        settings.put("uploads", true);
        settings.put("players", "mpv", Membership.OUT);

        assertEquals(List.of("vlc"), settings.read().players());
        assertTrue(settings.read().uploads());
    }

    @Test
    void keysOfAnotherVersionStay() throws IOException {
        PrivateFolder.make(folder.resolve("inner"));
        Files.writeString(file, "{\"from_tomorrow\": {\"a\": [1]}, \"language\": \"ru\"}");

        settings.put("uploads", true);

        assertTrue(Files.readString(file).contains("from_tomorrow"));
        assertEquals("ru", settings.read().language());
    }

    @Test
    void aBrokenFileIsToldOfAndNotOverwritten() throws IOException {
        PrivateFolder.make(folder.resolve("inner"));
        Files.writeString(file, "{\n oops");

        IOException broken = assertThrows(IOException.class, () -> settings.put("uploads", true));

        assertTrue(String.valueOf(broken.getMessage()).startsWith(file + ": line 2"));
        assertEquals("{\n oops", Files.readString(file));
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws IOException {
        settings.put("players", "mpv", Membership.IN);
        SettingsFile overridden =
                new SettingsFile(
                        file,
                        Map.of(
                                "DOWNBEAT_COMPANION_PLAYERS",
                                "vlc" + java.io.File.pathSeparator + "audacious",
                                "DOWNBEAT_COMPANION_UPLOADS",
                                "true",
                                "DOWNBEAT_COMPANION_PINNED_PLAYER",
                                "vlc"));

        Settings read = overridden.read();

        assertEquals(List.of("vlc", "audacious"), read.players());
        assertTrue(read.uploads());
        assertEquals("vlc", read.pinnedPlayer());
    }

    @Test
    void aCrashBetweenWritingAndReplacingLeavesTheOldFile() throws IOException {
        settings.put("players", "mpv", Membership.IN);
        Files.writeString(file.resolveSibling("config.json.new"), "half a fi");

        assertEquals(List.of("mpv"), settings.read().players());
        settings.put("players", "vlc", Membership.IN);
        assertEquals(List.of("mpv", "vlc"), settings.read().players());
    }

    @Test
    void theTokenIsForTheUserOnly() throws IOException {
        Path path = folder.resolve("inner/link.json");
        LinkFile links = new LinkFile(path);
        assertEquals(Optional.empty(), links.read());
        Link link = new Link(URI.create("https://party.example"), "secret", "host:1", "Мила");

        links.write(link);

        assertEquals(Optional.of(link), links.read());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        assertFalse(link.toString().contains("secret"));
    }

    @Test
    void aDamagedLinkSaysWhatToDo() throws IOException {
        Path path = folder.resolve("link.json");
        Files.writeString(path, "{");

        IOException damaged = assertThrows(IOException.class, new LinkFile(path)::read);

        assertEquals(path + " is damaged: link again", damaged.getMessage());
    }

    @Test
    void foldersAreTheDesktopsUnlessToldOtherwise() {
        Path home = Path.of("/home/mila");

        assertEquals(
                new Folders(
                        Path.of("/home/mila/.config/downbeat-companion"),
                        Path.of("/home/mila/.local/state/downbeat-companion"),
                        Path.of("/run/user/1/downbeat-companion")),
                Folders.of(Map.of("XDG_RUNTIME_DIR", "/run/user/1"), "Linux", home));
        assertEquals(
                new Folders(Path.of("/c"), Path.of("/s"), Path.of("/r")),
                Folders.of(
                        Map.of(
                                "DOWNBEAT_COMPANION_CONFIG_DIR", "/c",
                                "DOWNBEAT_COMPANION_STATE_DIR", "/s",
                                "DOWNBEAT_COMPANION_RUNTIME_DIR", "/r"),
                        "Linux",
                        home));
        assertEquals(
                Path.of("/home/mila/Library/Application Support/downbeat-companion"),
                Folders.of(Map.of(), "Mac OS X", home).config());
        assertEquals(
                Path.of("/roaming/downbeat-companion"),
                Folders.of(Map.of("APPDATA", "/roaming"), "Windows 11", home).config());
    }

    @Test
    void theHomeFolderOfTheEnvironmentGoesBeforeTheUsersOwn() {
        Path home = Path.of("/home/mila");

        assertEquals(
                new Folders(
                        Path.of("/somewhere/.config/downbeat-companion"),
                        Path.of("/somewhere/.local/state/downbeat-companion"),
                        Path.of("/somewhere/.local/state/downbeat-companion/downbeat-companion")),
                Folders.of(Map.of("HOME", "/somewhere"), "Linux", home));
        assertEquals(
                Folders.of(Map.of(), "Linux", home),
                Folders.of(Map.of("HOME", "somewhere", "XDG_CONFIG_HOME", "x"), "Linux", home));
    }
}
