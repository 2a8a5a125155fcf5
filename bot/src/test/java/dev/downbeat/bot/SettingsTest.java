package dev.downbeat.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.bot.Settings.Encryption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

class SettingsTest {
    private static final Path CONFIG = Path.of("..", "config");

    @Test
    void theFileInConfigSaysTheDefaults() {
        Settings written =
                Settings.read(SettingsFile.read(CONFIG.resolve("downbeat.toml")), Map.of());

        assertEquals(Settings.defaults(), written);
    }

    @Test
    void everyKeyStandsInTheFileInConfigAndNoOther() {
        Set<String> written = SettingsFile.read(CONFIG.resolve("downbeat.toml")).keySet();

        assertEquals(new TreeSet<>(Settings.keys()), new TreeSet<>(written));
    }

    @Test
    void everyKeyHasALineThatSaysWhyAboveIt() throws IOException {
        List<String> lines = Files.readAllLines(CONFIG.resolve("downbeat.toml"));
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).contains(" = ") && !lines.get(i).startsWith("#")) {
                assertTrue(lines.get(i - 1).startsWith("# "), lines.get(i));
            }
        }
    }

    @Test
    void everyKeyStandsInTheExampleOfTheEnvironmentAndNoOther() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(CONFIG.resolve(".env.example"))) {
            if (line.contains("=") && !line.startsWith("#")) {
                names.add(line.substring(0, line.indexOf('=')));
            }
        }
        Set<String> expected = new TreeSet<>();
        Settings.keys().forEach(key -> expected.add(SettingsReader.environmentName(key)));

        assertEquals(expected, names);
    }

    @Test
    void theDefaultsAreTheRecordedOnes() {
        Settings settings = Settings.defaults();

        assertTrue(settings.discord().token().isEmpty());
        assertEquals("https://discord.com/api/v10/", settings.discord().restUrl().toString());
        assertEquals(Encryption.WANTED, settings.discord().requireEncryption());
        assertEquals("127.0.0.1", settings.http().host());
        assertEquals(7700, settings.http().port());
        assertEquals(Path.of("data"), settings.data().dir());
        assertEquals(Duration.ofMillis(100), settings.voice().lead());
        assertEquals(Settings.Sounding.WHILE_UPLOADING, settings.upload().sounding());
    }

    @Test
    void theEnvironmentWinsOverTheFile() {
        Settings settings =
                Settings.read(
                        Map.of("http.port", 1234L, "http.host", "::1"),
                        Map.of("DOWNBEAT_HTTP_PORT", "4321"));

        assertEquals(4321, settings.http().port());
        assertEquals("::1", settings.http().host());
    }

    @Test
    void emptyMeansDefault() {
        Settings settings =
                Settings.read(Map.of("discord.rest_url", ""), Map.of("DOWNBEAT_HTTP_PORT", " "));

        assertEquals(Settings.defaults(), settings);
    }

    @Test
    void theSlashAfterTheRestAddressIsOptional() {
        Settings settings =
                Settings.read(
                        Map.of(),
                        Map.of("DOWNBEAT_DISCORD_REST_URL", "http://127.0.0.1:1/api/v10"));

        assertEquals("http://127.0.0.1:1/api/v10/", settings.discord().restUrl().toString());
    }

    @Test
    void listsAreSplitAtThePathSeparator() {
        Settings settings =
                Settings.read(
                        Map.of(),
                        Map.of("DOWNBEAT_LIBRARY_FOLDERS", "/a" + File.pathSeparator + "/b c"));

        assertEquals(List.of(Path.of("/a"), Path.of("/b c")), settings.library().folders());
    }

    @Test
    void durationsCarryTheirUnit() {
        assertEquals(Duration.ofMillis(250), lead("250ms"));
        assertEquals(Duration.ofMillis(480), lead("480ms"));
        assertEquals(Duration.ZERO, lead("0"));
        assertEquals(Duration.ZERO, lead("0s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"481ms", "5s", "2m", "1h"})
    void aLeadThatVoiceCannotHaveIsRefused(String text) {
        BadSettings faults = assertThrows(BadSettings.class, () -> lead(text));

        assertEquals(
                List.of("voice.lead (or DOWNBEAT_VOICE_LEAD) must be 0 to 480ms"), faults.faults());
    }

    private static Duration lead(String text) {
        return Settings.read(Map.of("voice.lead", text), Map.of()).voice().lead();
    }

    @Test
    void allFaultsAreReportedTogether() {
        BadSettings faults =
                assertThrows(
                        BadSettings.class,
                        () ->
                                Settings.read(
                                        Map.of(
                                                "http.port", "many",
                                                "http.colour", "red",
                                                "voice.lead", "soon",
                                                "library.folders", "/a",
                                                "discord.rest_url", "somewhere"),
                                        Map.of(
                                                "DOWNBEAT_DISCORD_REQUIRE_ENCRYPTION", "perhaps",
                                                "DOWNBEAT_DISCORD_TOKEM", "secret",
                                                "DOWNBEAT_COMPANION_SERVER", "x",
                                                "DOWNBEAT_CONFIG", "y")));

        List<String> lines = faults.faults();
        assertEquals(7, lines.size(), lines.toString());
        assertTrue(lines.getFirst().startsWith("discord.rest_url"));
        assertTrue(faults.faults().toString().contains("DOWNBEAT_DISCORD_TOKEM is not a setting"));
        assertTrue(faults.faults().toString().contains("http.colour is not a setting"));
    }

    @Test
    void faultsAndSettingsNeverShowASecret() {
        Settings settings = Settings.read(Map.of("discord.token", "hush"), Map.of());

        assertFalse(settings.toString().contains("hush"));
        assertEquals("hush", settings.discord().token().text());
    }

    @Test
    void aFileThatIsAskedForMustBeThere(@TempDir Path folder) {
        Optional<Path> missing = Optional.of(folder.resolve("none.toml"));

        BadSettings faults =
                assertThrows(
                        BadSettings.class,
                        () -> SettingsFile.load(SettingsPlace.of(missing, Map.of()), Map.of()));

        assertTrue(faults.faults().toString().contains("none.toml cannot be read"));
    }

    @Test
    void aFaultInTheFileNamesItsLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.toml"), "[http]\nport = = 1\n");

        BadSettings faults =
                assertThrows(
                        BadSettings.class,
                        () -> SettingsFile.load(new SettingsPlace(file, true), Map.of()));

        assertTrue(faults.faults().toString().contains("bad.toml, line 2"));
    }

    @Test
    void theEnvironmentNamesAnotherFileAndTheOptionWins(@TempDir Path folder) throws IOException {
        Path one = Files.writeString(folder.resolve("one.toml"), "[http]\nport = 1\n");
        Path two = Files.writeString(folder.resolve("two.toml"), "[http]\nport = 2\n");
        Map<String, String> environment = Map.of("DOWNBEAT_CONFIG", one.toString());

        SettingsPlace named = SettingsPlace.of(Optional.empty(), environment);
        SettingsPlace asked = SettingsPlace.of(Optional.of(two), environment);

        assertEquals(1, SettingsFile.load(named, environment).http().port());
        assertEquals(2, SettingsFile.load(asked, environment).http().port());
    }

    @Test
    void aFileNamedByTheEnvironmentMustBeThereAndIsOneLine(@TempDir Path folder) {
        Map<String, String> environment =
                Map.of("DOWNBEAT_CONFIG", folder.resolve("none.toml").toString());
        SettingsPlace place = SettingsPlace.of(Optional.empty(), environment);

        BadSettings faults =
                assertThrows(BadSettings.class, () -> SettingsFile.load(place, environment));

        assertEquals(1, faults.faults().size());
        assertTrue(faults.faults().getFirst().contains("none.toml cannot be read"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:1",
                "party.example",
                "/party",
                "ftp://party.example",
                "https://",
                "https:///path",
                "https://mila@party.example",
                "https://party.example?a=b",
                "https://party.example/#a",
                "https://party.example:0",
                "https://party.example:70000",
                "https://party example"
            })
    void whatIsNoWebAddressIsNoPublicUrl(String url) {
        BadSettings faults =
                assertThrows(
                        BadSettings.class,
                        () -> Settings.read(Map.of("http.public_url", url), Map.of()));

        assertEquals(1, faults.faults().size(), faults.faults().toString());
        assertTrue(faults.faults().getFirst().startsWith("http.public_url"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://party.example, https://party.example, https://party.example",
        "https://Party.example:443/, https://Party.example:443, https://party.example",
        "http://127.0.0.1:7700/, http://127.0.0.1:7700, http://127.0.0.1:7700",
        "https://a.example/party/, https://a.example/party, https://a.example",
        "http://[::1]:80, http://[::1]:80, http://[::1]",
    })
    void aPublicUrlLosesItsSlashAndHasAnOrigin(String url, String kept, String origin) {
        String read = Settings.read(Map.of("http.public_url", url), Map.of()).http().publicUrl();

        assertEquals(kept, read);
        assertEquals(origin, WebAddress.origin(read));
    }

    @Test
    void anAddressOfVersionSixIsWrittenSoThatALinkWorks() {
        assertEquals("http://[::1]:1", WebAddress.of("::1", 1));
        assertEquals("http://127.0.0.1:1", WebAddress.of("127.0.0.1", 1));
    }

    @Test
    void aMalformedDatabaseIsOneFaultAmongTheOthersAndIsNotShown() {
        BadSettings faults =
                assertThrows(
                        BadSettings.class,
                        () ->
                                Settings.read(
                                        Map.of(
                                                "database.url", "mysql://u:hush@db/x",
                                                "http.port", "many"),
                                        Map.of()));

        assertEquals(2, faults.faults().size(), faults.faults().toString());
        assertTrue(faults.faults().toString().contains("database.url"));
        assertFalse(faults.faults().toString().contains("hush"));
    }
}
