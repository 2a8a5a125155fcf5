package dev.downbeat.companion.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.detectors.Detector;
import dev.downbeat.companion.detectors.Detectors;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The contract of every command, and what each says to a user who errs. */
class CommandsTest extends Shell {
    @TestFactory
    Stream<DynamicTest> everyCommandExplainsItselfAndRefusesNonsense() {
        return Commands.all().stream()
                .map(command ->
                        DynamicTest.dynamicTest(
                                command.word(),
                                () -> {
                                    String help = desk().texts().say(command.help());
                                    assertTrue(help.startsWith(command.word()), help);
                                    assertEquals(
                                            Exit.USAGE.code(),
                                            run(command.word(), "no", "such", "thing"));
                                    assertTrue(err().contains(command.word()), err());
                                }));
    }

    @Test
    void everyCommandClassIsInTheList() throws IOException {
        Path classes = Path.of("target/classes/dev/downbeat/companion/commands");
        try (Stream<Path> all = Files.list(classes)) {
            long found =
                    all.filter(file -> file.getFileName().toString().endsWith("Command.class"))
                            .filter(file -> !file.endsWith("Command.class"))
                            .count();
            assertEquals(Commands.all().size(), found);
        }
    }

    @Test
    void withoutWordsItSaysWhatItCanDo() throws InterruptedException {
        assertEquals(0, run());
        Commands.all().forEach(command -> assertTrue(out().contains(command.word())));
    }

    @Test
    void itKnowsItsVersion() throws InterruptedException {
        assertEquals(0, run("--version"));
        assertTrue(out().matches("downbeat-companion \\d+\\.\\d+\\.\\d+"), out());
    }

    @ParameterizedTest
    @CsvSource({
        "2, dance",
        "2, link ABC",
        "2, link ABCD2345",
        "2, link ABCD2345 --server http://party.example",
        "3, host",
        "3, status",
        "5, leave",
        "2, folders add /no/such/folder",
        "2, uploads maybe",
    })
    void aWrongMomentHasItsCode(int code, String line) throws InterruptedException {
        String[] words = line.split(" ", -1);

        assertEquals(code, run(words));
        assertFalse(err().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "link ABCD2345 --server, the server's address",
        "players enable, a player's name",
        "players disable, a player's name",
        "folders add, a folder",
        "folders remove, a folder",
    })
    void whatIsMissingAtTheEndOfALineIsNamed(String line, String missing)
            throws InterruptedException {
        String[] words = line.split(" ", -1);

        assertEquals(Exit.USAGE.code(), run(words));

        String expected = "After \"" + words[words.length - 1] + "\" " + missing + " is missing.";
        assertTrue(err().startsWith(expected), err());
        assertEquals(1, err().lines().count());
    }

    @Test
    void withoutALinkStatusSaysHowToLink() throws InterruptedException {
        assertEquals(Exit.NOT_LINKED.code(), run("status"));

        assertTrue(err().contains("downbeat-companion link CODE --server URL"), err());
    }

    @Test
    void foldersAreSharedAndTakenBack() throws InterruptedException {
        assertEquals(0, run("folders", "add", folder.toString()));
        assertEquals(0, run("folders"));
        assertTrue(out().endsWith(folder.toString()), out());

        assertEquals(0, run("folders", "remove", folder.toString()));
        out.reset();
        assertEquals(0, run("folders", "list"));
        assertTrue(out().startsWith("No folder is shared"), out());
    }

    @Test
    void aFolderThatWasNeverSharedCannotBeTakenBackAndThatIsSaid() throws InterruptedException {
        assertEquals(
                Exit.USAGE.code(), run("folders", "remove", folder.resolve("other").toString()));

        assertTrue(err().contains("other was not shared"), err());
        assertFalse(out().contains("no longer sent"), out());
    }

    @Test
    void uploadsNeedFoldersWhichIsSaid() throws InterruptedException {
        assertEquals(0, run("uploads", "on"));

        assertTrue(out().contains("No folder is shared yet"), out());
        assertTrue(Files.exists(folders.settings()));
    }

    @Test
    void uploadsAloneSaysWhetherTheyAreOn() throws InterruptedException {
        assertEquals(0, run("uploads"));
        assertTrue(out().startsWith("Uploads are off"), out());

        assertEquals(0, run("uploads", "on"));
        out.reset();
        assertEquals(0, run("uploads"));
        assertTrue(out().startsWith("Uploads are on"), out());
    }

    @Test
    void aBrokenSettingsFileIsNamed() throws Exception {
        Files.createDirectories(folders.config());
        Files.writeString(folders.settings(), "[]");

        assertEquals(Exit.BROKEN.code(), run("players"));
        assertTrue(err().contains(folders.settings().toString()), err());
    }

    @Test
    void beforeAnythingWasSentItSaysSo() throws InterruptedException {
        assertEquals(0, run("--show-sent"));

        assertEquals("Nothing was sent yet.", out());
    }

    @Test
    void aPlayerThatIsNotSeenNowIsEnabledAndThatIsSaid() throws InterruptedException {
        assertEquals(0, run("players", "enable", "nosuch"));

        assertTrue(out().contains("nosuch is not running now"), out());
        out.reset();
        assertEquals(0, run("players"));
        assertTrue(out().contains("nosuch"), out());
    }

    @Test
    void playersThatRunStandApartFromThoseThatAreOnlyEnabled() throws InterruptedException {
        assertEquals(0, run("players", "enable", "vlc"));
        assertEquals(0, run("players", "enable", "mpv"));
        out.reset();

        assertEquals(0, Commands.run(List.of("players"), desk(List.of(new Running("mpv")))));

        List<String> lines = out().lines().map(String::strip).toList();
        assertTrue(lines.get(0).startsWith("Players running now"), out());
        assertEquals("on   mpv   Fake player", lines.get(1));
        assertEquals("Enabled, but not running now:", lines.get(2));
        assertEquals("on   vlc", lines.get(3));
        assertEquals(4, lines.size());
    }

    @Test
    void withoutASessionBusPlayersSaysWhatIsMissingAndFails() throws InterruptedException {
        List<Detector> blind = Detectors.all(() -> 0, Map.of());

        assertEquals(Exit.BROKEN.code(), Commands.run(List.of("players"), desk(blind)));

        assertTrue(err().contains("DBUS_SESSION_BUS_ADDRESS is not set"), err());
    }

    @Test
    void aSessionBusThatDoesNotAnswerIsNamed() throws InterruptedException {
        String nobody = "unix:path=" + folder.resolve("no-bus");
        List<Detector> blind = Detectors.all(() -> 0, Map.of("DBUS_SESSION_BUS_ADDRESS", nobody));

        assertEquals(Exit.BROKEN.code(), Commands.run(List.of("players"), desk(blind)));

        assertTrue(err().contains("no session bus answers at " + nobody), err());
    }
}
