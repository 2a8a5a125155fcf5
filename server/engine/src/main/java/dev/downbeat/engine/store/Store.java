package dev.downbeat.engine.store;

import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.accounts.AccountStore;
import dev.downbeat.engine.parties.EventLog;

import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The database: H2 in a file by default, PostgreSQL by URL. Any thread may call. */
public final class Store implements AutoCloseable {
    private static final int H2_CLOSED = 90121;
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final DatabaseUrl url;
    private final Connections connections;
    private final StoreHealth health;
    private final Database database;
    private final Backups backups;
    private final EventLog events;
    private final AccountStore accounts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Store(DatabaseUrl url, Connections connections, Path folder, ServerClock clock) {
        this.url = url;
        this.connections = connections;
        this.health = new StoreHealth(connections.place());
        this.database = new Database(connections, CommitBarrier.of(url.kind()), health);
        this.backups = new Backups(Jdbi.create(connections), folder.resolve(Backups.FOLDER), clock);
        this.events = new SqlEventLog(database, clock);
        this.accounts = new SqlAccountStore(database);
    }

    /**
     * Opens the database, brings its tables up to date and, for an H2 file, begins daily backups.
     *
     * @param url {@code jdbc:h2:…}, {@code jdbc:postgresql:…} or {@code
     *     postgres://user:password@host/database}; empty for a file in {@code folder}
     * @param folder the data folder; backups go to its {@code backups}
     * @throws StoreRefused when it cannot be used; its message is for the operator
     */
    public static Store open(String url, Path folder, ServerClock clock) {
        refuseWhereOnlyBackupsAreLeft(url, folder);
        return open(DatabaseUrl.parse(url, folder), folder, clock);
    }

    /** Why such a URL cannot be used, for the operator, without the URL; nothing is opened. */
    public static Optional<String> refusal(String url) {
        try {
            DatabaseUrl _ = DatabaseUrl.parse(url, Path.of(""));
            return Optional.empty();
        } catch (StoreRefused refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** Why it cannot be opened now, for the operator. Changes nothing: a file is not opened. */
    public static Optional<String> fault(String url, Path folder) {
        try {
            DatabaseUrl parsed = DatabaseUrl.parse(url, folder);
            refuseWhereOnlyBackupsAreLeft(url, folder);
            if (parsed.kind() == DatabaseUrl.Kind.POSTGRESQL) {
                Pool.open(parsed).close();
            }
            return Optional.empty();
        } catch (StoreRefused refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** An empty one would take the place of the good copies within days. */
    private static void refuseWhereOnlyBackupsAreLeft(String url, Path folder) {
        if (url.isBlank() && Backups.outlived(DatabaseUrl.file(folder), folder)) {
            throw new StoreRefused(
                    "The database file is gone or empty, but there are backups of it: unpack the"
                            + " newest file of the backups folder in its place, or move that folder"
                            + " away to begin anew");
        }
    }

    static Store open(DatabaseUrl url, Path folder, ServerClock clock) {
        Connections connections = Connections.open(url, clock::nanos);
        try {
            Schema.migrate(connections.dataSource());
        } catch (RuntimeException refused) {
            connections.close();
            throw refused;
        }
        Store store = new Store(url, connections, folder, clock);
        if (url.kind() == DatabaseUrl.Kind.H2_FILE) {
            store.backups.start();
        }
        return store;
    }

    public EventLog events() {
        return events;
    }

    public AccountStore accounts() {
        return accounts;
    }

    /** True when a write gets through and none failed lately; waits at most 10 s. */
    public boolean isWritable() {
        try {
            int none =
                    database.write(
                            handle -> handle.execute("update party set host = host where 1 = 0"));
            return none == 0 && !isFailing();
        } catch (StoreFailed _) {
            return false;
        }
    }

    /** True from a write that failed until one succeeds; never waits. */
    public boolean isFailing() {
        return health.isFailing();
    }

    /**
     * A copy of an H2 file, made while it is in use.
     *
     * @throws IOException when none could be written
     */
    public Path backup() throws IOException {
        return backups.run();
    }

    /** The newest first. */
    List<Path> backups() throws IOException {
        return backups.all();
    }

    /** For people, for example {@code H2}. */
    public String kind() {
        return url.kind() == DatabaseUrl.Kind.POSTGRESQL ? "PostgreSQL" : "H2";
    }

    /** Writes since the start. */
    public long writes() {
        return database.written();
    }

    /** Commits that made them durable; fewer than the writes where several shared one. */
    public long commits() {
        return database.commits();
    }

    /** Reads and writes that failed. */
    public long failures() {
        return database.failures();
    }

    /** Writes what was accepted; compacts an H2 file. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        backups.close();
        database.close();
        if (url.kind() == DatabaseUrl.Kind.H2_FILE && connections.isWhole()) {
            compact();
        }
        connections.close();
    }

    /** The statement closes every connection, its own too. */
    private void compact() {
        try (Connection connection = connections.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException failure) {
            if (failure.getErrorCode() != H2_CLOSED) {
                LOG.warn("The database was not compacted: {}", FaultTrace.of(failure));
            }
        }
    }
}
