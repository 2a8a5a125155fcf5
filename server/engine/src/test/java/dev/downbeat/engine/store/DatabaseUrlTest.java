package dev.downbeat.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

final class DatabaseUrlTest {
    private static final Path FOLDER = Path.of("/data");

    @Test
    void nothingMeansAFileInTheDataFolderThatSurvivesAKill() {
        DatabaseUrl url = DatabaseUrl.parse("", FOLDER);

        assertEquals(DatabaseUrl.Kind.H2_FILE, url.kind());
        assertTrue(url.jdbc().startsWith("jdbc:h2:file:/data/downbeat;"), url.jdbc());
        assertTrue(url.jdbc().contains(";WRITE_DELAY=0"), url.jdbc());
        assertFalse(url.jdbc().contains("RETENTION_TIME"), url.jdbc());
    }

    @Test
    void anOperatorsOwnPageSizeIsKept() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:h2:file:/data/d;page_size=8192", FOLDER);

        assertFalse(url.jdbc().contains("PAGE_SIZE"), url.jdbc());
        assertTrue(url.jdbc().contains(";WRITE_DELAY=0"), url.jdbc());
    }

    @Test
    void aPostgresUrlIsTakenApart() {
        DatabaseUrl url =
                DatabaseUrl.parse(
                        "postgres://us%40er:p%3Aa+s%2Fs@db:5433/downbeat?sslmode=require", FOLDER);

        assertEquals(
                new DatabaseUrl(
                        DatabaseUrl.Kind.POSTGRESQL,
                        "jdbc:postgresql://db:5433/downbeat?sslmode=require",
                        "us@er",
                        "p:a+s/s"),
                url);
    }

    @Test
    void aJdbcUrlIsTakenAsItIs() {
        String jdbc = "jdbc:postgresql://db/downbeat?user=a&password=b";

        assertEquals(
                new DatabaseUrl(DatabaseUrl.Kind.POSTGRESQL, jdbc, "", ""),
                DatabaseUrl.parse(jdbc, FOLDER));
    }

    @Test
    void noPasswordIsNeeded() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://anna@db/downbeat", FOLDER);

        assertEquals("anna", url.user());
        assertEquals("", url.password());
    }

    @Test
    void whatIsUnknownIsRefusedWithoutQuotingIt() {
        for (String bad :
                new String[] {
                    "mysql://root:secret@db/x",
                    "postgres://u:secret@/x",
                    "postgres://u:secret@db",
                    "postgres://u:sec ret@db/x",
                    "jdbc:h2:tcp://secret/x",
                    "jdbc:h2:file:/secret;WRITE_DELAY=500",
                    "secret"
                }) {
            var refused =
                    assertThrows(StoreRefused.class, () -> DatabaseUrl.parse(bad, FOLDER), bad);

            assertFalse(String.valueOf(refused.getMessage()).contains("secret"), bad);
        }
    }

    @Test
    void itNeverPrintsItsPassword() {
        assertFalse(
                DatabaseUrl.parse("postgres://u:secret@db/x", FOLDER)
                        .toString()
                        .contains("secret"));
    }
}
