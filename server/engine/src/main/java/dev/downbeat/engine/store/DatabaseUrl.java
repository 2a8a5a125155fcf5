package dev.downbeat.engine.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the database is.
 *
 * @param jdbc without user and password
 */
record DatabaseUrl(Kind kind, String jdbc, String user, String password) {
    // Its default delay loses acknowledged commits at a kill; its trace file quotes statements with
    // their arguments.
    private static final String H2_DURABLE =
            ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";

    // A commit writes every page that it changed; with the default of 4,096, 2.6 times as much.
    private static final String H2_SMALL_PAGES = ";PAGE_SIZE=2048";

    private static final String NAME = "downbeat";

    /** Where H2 keeps what an empty {@code text} names. */
    static Path file(Path folder) {
        return folder.resolve(NAME + ".mv.db");
    }

    enum Kind {
        H2_FILE,
        H2_MEMORY,
        POSTGRESQL
    }

    /**
     * @param text {@code jdbc:h2:…}, {@code jdbc:postgresql:…} or {@code
     *     postgres://user:password@host/database}; empty for a file in {@code folder}
     */
    static DatabaseUrl parse(String text, Path folder) {
        if (text.isBlank()) {
            return h2File("jdbc:h2:file:" + folder.toAbsolutePath().resolve(NAME));
        }
        if (text.startsWith("jdbc:h2:mem:")) {
            return h2(Kind.H2_MEMORY, text, ";DB_CLOSE_DELAY=-1");
        }
        if (text.startsWith("jdbc:h2:") && !text.matches("jdbc:h2:(tcp|ssl|zip):.*")) {
            return h2File(text);
        }
        if (text.startsWith("jdbc:postgresql:")) {
            return new DatabaseUrl(Kind.POSTGRESQL, text, "", "");
        }
        if (text.startsWith("postgres://") || text.startsWith("postgresql://")) {
            return postgres(text);
        }
        throw refused();
    }

    private static DatabaseUrl h2File(String jdbc) {
        boolean isTheirs = jdbc.toUpperCase(Locale.ROOT).contains(";PAGE_SIZE=");
        return h2(Kind.H2_FILE, jdbc, isTheirs ? H2_DURABLE : H2_DURABLE + H2_SMALL_PAGES);
    }

    private static DatabaseUrl h2(Kind kind, String jdbc, String settings) {
        String upper = jdbc.toUpperCase(Locale.ROOT);
        if (upper.contains("WRITE_DELAY") || upper.contains("RETENTION_TIME")) {
            throw new StoreRefused(
                    "database.url: leave WRITE_DELAY and RETENTION_TIME out, they decide"
                            + " whether a kill loses data");
        }
        if (upper.contains("TRACE_LEVEL_FILE")) {
            throw new StoreRefused(
                    "database.url: leave TRACE_LEVEL_FILE out, such a file would hold track"
                            + " titles");
        }
        return new DatabaseUrl(kind, jdbc + settings, "sa", "");
    }

    private static DatabaseUrl postgres(String text) {
        try {
            URI uri = new URI(text);
            String[] login =
                    (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            if (uri.getHost() == null || uri.getRawPath().length() < 2) {
                throw refused();
            }
            return new DatabaseUrl(
                    Kind.POSTGRESQL,
                    "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                    decoded(login[0]),
                    login.length > 1 ? decoded(login[1]) : "");
        } catch (URISyntaxException _) {
            throw refused();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    // Never quotes the text: it may hold a password.
    private static StoreRefused refused() {
        return new StoreRefused(
                "database.url is not one that Downbeat knows: leave it empty, or use"
                        + " jdbc:h2:file:…, jdbc:postgresql://host/database or"
                        + " postgres://user:password@host/database");
    }

    @Override
    public String toString() {
        return kind.name();
    }
}
