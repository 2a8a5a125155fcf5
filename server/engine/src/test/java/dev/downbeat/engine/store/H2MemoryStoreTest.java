package dev.downbeat.engine.store;

import dev.downbeat.engine.ServerClock;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.UUID;

final class H2MemoryStoreTest extends StoreContract {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

    @TempDir private Path folder;

    // Keeps the database while the store is closed; the store's own SHUTDOWN would end it.
    @Override
    Store open() {
        return Store.open(url, folder, ServerClock.start());
    }

    @Override
    void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            connection.createStatement().execute(statement);
        }
    }
}
