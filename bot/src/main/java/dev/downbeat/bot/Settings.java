package dev.downbeat.bot;

import dev.downbeat.audio.Stage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything an operator can set; {@code config/downbeat.toml} says why, key by key. */
public record Settings(
        Discord discord,
        Http http,
        Data data,
        Database database,
        Library library,
        Link link,
        Upload upload,
        Store store,
        Voice voice) {

    /**
     * @param token empty: web parties only
     * @param restUrl with the version's path, ends with a slash
     */
    public record Discord(
            Secret token, URI restUrl, URI gatewayUrl, Encryption requireEncryption) {}

    /** What happens where voice cannot be encrypted end to end. */
    public enum Encryption {
        WANTED,
        REQUIRED
    }

    /**
     * @param port 0 takes any free one
     * @param publicUrl how people reach it, without a slash at the end; empty: host and port
     */
    public record Http(String host, int port, String publicUrl) {}

    public record Data(Path dir) {}

    /**
     * @param url of JDBC, perhaps with a password; empty: H2 in the data folder
     */
    public record Database(Secret url) {}

    public record Library(List<Path> folders) {}

    /**
     * @param allowedHosts hosts that links may name although they are not public
     * @param maxMegabytes of one file behind a link
     */
    public record Link(List<String> allowedHosts, int maxMegabytes) {}

    /**
     * @param maxMegabytes of one file
     * @param quotaMegabytes of all files together
     */
    public record Upload(int maxMegabytes, int quotaMegabytes, Sounding sounding) {}

    /** When a file under way may be heard. */
    public enum Sounding {
        WHILE_UPLOADING,
        WHEN_COMPLETE
    }

    public record Store(int capacityMegabytes) {}

    /**
     * @param lead how much earlier voice gets a frame than browsers, {@link Stage#MOST_LEAD} at
     *     most
     */
    public record Voice(Duration lead) {}

    /** Text that must not appear in logs or messages. */
    public record Secret(String text) {
        public boolean isEmpty() {
            return text.isEmpty();
        }

        @Override
        public String toString() {
            return isEmpty() ? "(not set)" : "(secret)";
        }
    }

    /** As if nothing were set. */
    public static Settings defaults() {
        return read(Map.of(), Map.of());
    }

    /**
     * @param file keys as {@code table.key}
     * @param environment names as {@code DOWNBEAT_TABLE_KEY}; these win
     * @throws BadSettings with all faults at once
     */
    public static Settings read(Map<String, Object> file, Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(file, environment);
        Settings settings = from(reader);
        reader.finish();
        return settings;
    }

    /** Every key, as {@code table.key}. */
    static Set<String> keys() {
        SettingsReader reader = new SettingsReader(Map.of(), Map.of());
        from(reader);
        return reader.known();
    }

    private static Settings from(SettingsReader read) {
        return new Settings(
                new Discord(
                        read.secret("discord.token"),
                        read.folderUrl("discord.rest_url", "https://discord.com/api/v10/"),
                        read.url("discord.gateway_url", "wss://gateway.discord.gg"),
                        read.flag("discord.require_encryption", false)
                                ? Encryption.REQUIRED
                                : Encryption.WANTED),
                new Http(
                        read.text("http.host", "127.0.0.1"),
                        read.whole("http.port", 7700, 0, 65_535),
                        read.webAddress("http.public_url")),
                new Data(Path.of(read.text("data.dir", "data"))),
                new Database(read.databaseUrl("database.url")),
                new Library(read.list("library.folders").stream().map(Path::of).toList()),
                new Link(
                        read.list("link.allowed_hosts"),
                        read.whole("link.max_megabytes", 512, 1, 100_000)),
                new Upload(
                        read.whole("upload.max_megabytes", 512, 1, 100_000),
                        read.whole("upload.quota_megabytes", 4096, 1, 10_000_000),
                        read.flag("upload.stream_while_uploading", true)
                                ? Sounding.WHILE_UPLOADING
                                : Sounding.WHEN_COMPLETE),
                new Store(read.whole("store.capacity_megabytes", 4096, 64, 10_000_000)),
                new Voice(
                        read.durationUpTo("voice.lead", Duration.ofMillis(100), Stage.MOST_LEAD)));
    }

    /** The same with another HTTP port, data folder and Discord; for runs inside one process. */
    public Settings with(Discord discord, Http http, Data data) {
        return new Settings(discord, http, data, database, library, link, upload, store, voice);
    }
}
