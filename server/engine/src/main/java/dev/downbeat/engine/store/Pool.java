package dev.downbeat.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

import java.sql.SQLException;
import java.time.Duration;

/** Opens the connections, or says in one line why not. */
final class Pool {
    static final int CONNECTIONS = 8;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private static final int H2_IN_USE = 90020;
    private static final int H2_CORRUPT = 90030;
    private static final int H2_OTHER_FORMAT = 90048;

    private Pool() {}

    static HikariDataSource open(DatabaseUrl url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(url.jdbc());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        if (!url.user().isEmpty()) {
            config.setUsername(url.user());
            config.setPassword(url.password());
        }
        if (url.kind() == DatabaseUrl.Kind.POSTGRESQL) {
            limitWaits(config);
        }
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException failure) {
            throw refused(failure);
        }
    }

    /** In seconds, as the driver wants them; H2 runs in this process and waits for nobody. */
    private static void limitWaits(HikariConfig config) {
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("socketTimeout", "10");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "downbeat");
    }

    private static StoreRefused refused(PoolInitializationException failure) {
        Throwable cause = failure.getCause();
        if (!(cause instanceof SQLException sql)) {
            return new StoreRefused("The database cannot be opened", failure);
        }
        if (StoreHealth.isDiskFull(failure)) {
            return new StoreRefused("The disk is full: free space where data.dir is", failure);
        }
        String what =
                switch (sql.getErrorCode()) {
                    case H2_IN_USE ->
                            "The database is in use by another process: stop the other Downbeat, or"
                                    + " set another data.dir";
                    case H2_CORRUPT ->
                            "The database file is damaged; it was left as it is. Move it away and"
                                    + " unpack the newest file of the backups folder in its place";
                    case H2_OTHER_FORMAT ->
                            "The database file was written by another H2 version: export it with"
                                    + " that version first";
                    default -> "The database cannot be opened: " + firstLine(sql);
                };
        return new StoreRefused(what, failure);
    }

    private static String firstLine(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines().findFirst().orElse(failure.getClass().getSimpleName());
    }
}
