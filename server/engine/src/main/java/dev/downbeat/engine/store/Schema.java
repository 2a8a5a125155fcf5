package dev.downbeat.engine.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

import java.util.Arrays;
import java.util.Optional;

import javax.sql.DataSource;

/** Brings the tables to the version of this program, and never touches newer ones. */
final class Schema {
    private Schema() {}

    static void migrate(DataSource database) {
        Flyway flyway =
                Flyway.configure().dataSource(database).locations("classpath:db/migration").load();
        newerThanKnown(flyway)
                .ifPresent(version -> {
                    throw new StoreRefused(
                            "The database was written by a newer Downbeat (schema "
                                    + version
                                    + "); start that one, or restore a backup");
                });
        try {
            flyway.migrate();
        } catch (FlywayException failure) {
            throw new StoreRefused(
                    "The database's tables cannot be brought up to date; they were left as they"
                            + " are: "
                            + String.valueOf(failure.getMessage()).lines().findFirst().orElse(""),
                    failure);
        }
    }

    private static Optional<String> newerThanKnown(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .filter(migration ->
                        migration.getState() == MigrationState.FUTURE_SUCCESS
                                || migration.getState() == MigrationState.FUTURE_FAILED)
                .map(MigrationInfo::getVersion)
                .map(String::valueOf)
                .reduce((_, last) -> last);
    }
}
