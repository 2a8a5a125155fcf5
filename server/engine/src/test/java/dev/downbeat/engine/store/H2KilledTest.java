package dev.downbeat.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What a kill leaves behind is what the file held at that moment, so a copy of the file taken right
 * after a write returned stands for a kill at that moment.
 */
@SuppressWarnings("NullAway.Init") // set by JUnit
final class H2KilledTest {
    private static final PartyId PARTY = new PartyId("11111111-1111-4111-8111-111111111111");
    private static final int WRITES = 100;

    @TempDir private Path folder;

    @Test
    void everyWriteThatReturnedIsFoundAfterAKill() throws Exception {
        try (Store store = Store.open(asIfOld(), folder, ServerClock.start())) {
            store.events().begin(PARTY, new SeatId("discord:1"), StoreContract.event(0));
            for (int number = 1; number <= WRITES; number++) {
                store.events().append(PARTY, number, List.of(StoreContract.event(number)));

                assertEquals(number, newestAfterKill(), "the newest event after a kill");
            }
        }
    }

    /** H2 uses space again that was free for 45 s; here at once, so that it happens often. */
    private DatabaseUrl asIfOld() {
        DatabaseUrl url = DatabaseUrl.parse("", folder);
        return new DatabaseUrl(url.kind(), url.jdbc() + ";RETENTION_TIME=0", "sa", "");
    }

    private long newestAfterKill() throws IOException, SQLException {
        Path copy = folder.resolve("killed.mv.db");
        Files.copy(folder.resolve("downbeat.mv.db"), copy, StandardCopyOption.REPLACE_EXISTING);
        String url = "jdbc:h2:file:" + folder.resolve("killed") + ";WRITE_DELAY=0";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                ResultSet row =
                        connection
                                .createStatement()
                                .executeQuery("select max(number) from party_event")) {
            row.next();
            return row.getLong(1);
        }
    }
}
