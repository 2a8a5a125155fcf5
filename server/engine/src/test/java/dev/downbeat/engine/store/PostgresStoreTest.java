package dev.downbeat.engine.store;

import dev.downbeat.engine.ServerClock;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;

@SuppressWarnings("NullAway.Init") // set by JUnit
final class PostgresStoreTest extends StoreContract {
    private static PostgresCluster cluster;

    @TempDir private Path folder;
    private String database;

    @BeforeAll
    static void startCluster() throws Exception {
        Assumptions.assumeTrue(
                PostgresCluster.isInstalled(),
                "no PostgreSQL server programs (initdb, pg_ctl) on this machine");
        cluster = PostgresCluster.start();
    }

    @AfterAll
    static void stopCluster() throws Exception {
        if (cluster != null) {
            cluster.stop();
        }
    }

    @Override
    Store open() throws Exception {
        if (database == null) {
            database = cluster.newDatabase();
        }
        return Store.open(cluster.url(database), folder, ServerClock.start());
    }

    @Override
    void sql(String statement) throws Exception {
        try (Connection connection = cluster.connect(database)) {
            connection.createStatement().execute(statement);
        }
    }
}
