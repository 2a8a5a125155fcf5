package dev.downbeat.engine.store;

import com.zaxxer.hikari.HikariDataSource;

import org.jdbi.v3.core.ConnectionFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import javax.sql.DataSource;

/**
 * The connections to the database. An H2 file that closed itself, as it does when the disk is full,
 * is opened again by {@link #mend}; everything else is left to the pool. Any thread may call.
 */
final class Connections implements ConnectionFactory, AutoCloseable {
    static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /** In bytes: a few commits. */
    private static final long LEAST_ROOM = 1L << 18;

    private final ReentrantLock mending = new ReentrantLock();
    private final DatabaseUrl url;
    private final LongSupplier nanos;
    private volatile Opened opened;
    private long nextTry;

    /**
     * @param file only where the database is an H2 file
     */
    private record Opened(HikariDataSource pool, Optional<H2File> file) {}

    private Connections(DatabaseUrl url, LongSupplier nanos, Opened opened) {
        this.url = url;
        this.nanos = nanos;
        this.opened = opened;
        this.nextTry = nanos.getAsLong();
    }

    /**
     * @param nanos monotonic
     * @throws StoreRefused when the database cannot be opened
     */
    static Connections open(DatabaseUrl url, LongSupplier nanos) {
        return new Connections(url, nanos, open(url));
    }

    private static Opened open(DatabaseUrl url) {
        HikariDataSource pool = Pool.open(url);
        try {
            return new Opened(
                    pool,
                    url.kind() == DatabaseUrl.Kind.H2_FILE
                            ? Optional.of(H2File.behind(pool))
                            : Optional.empty());
        } catch (SQLException failure) {
            pool.close();
            throw new StoreRefused("The database cannot be opened", failure);
        }
    }

    DataSource dataSource() {
        return opened.pool();
    }

    @Override
    public Connection openConnection() throws SQLException {
        if (isBroken()) {
            throw new SQLNonTransientConnectionException("The file closed itself", fault());
        }
        return opened.pool().getConnection();
    }

    /** True while every read and write must fail. */
    boolean isBroken() {
        return opened.file().filter(H2File::hasClosedItself).isPresent();
    }

    /** Why it is broken. */
    Throwable fault() {
        return opened.file()
                .flatMap(H2File::fault)
                .orElseGet(() -> new StoreRefused("The database is closed"));
    }

    /** False while the disk of an H2 file is surely full. */
    boolean hasRoom() {
        return opened.file().map(H2File::room).orElse(Long.MAX_VALUE) >= LEAST_ROOM;
    }

    /** False when the H2 file was taken away while it is open. */
    boolean isInPlace() {
        return opened.file().map(H2File::isInPlace).orElse(true);
    }

    /**
     * True when somebody else cut the H2 file while it is open; waits for what is being written.
     */
    boolean isCutShort() {
        return opened.file().map(H2File::isCutShort).orElse(false);
    }

    /**
     * False for an H2 file that closed itself, was taken away or cut: nothing may be written then.
     */
    boolean isWhole() {
        return !isBroken() && isInPlace() && !isCutShort();
    }

    /** Where the data is, for the operator. */
    String place() {
        return opened.file().map(H2File::name).orElse("the database server");
    }

    /**
     * Opens what is broken again, at most once a second. May wait for the disk.
     *
     * @return whether the database can be used
     */
    boolean mend() {
        mending.lock();
        try {
            return !isBroken() || (isTime() && reopened());
        } finally {
            mending.unlock();
        }
    }

    private boolean isTime() {
        return nanos.getAsLong() - nextTry >= 0;
    }

    private boolean reopened() {
        nextTry = nanos.getAsLong() + BETWEEN_TRIES.toNanos();
        opened.file().ifPresent(H2File::abandon);
        opened.pool().close();
        try {
            opened = open(url);
            return true;
        } catch (StoreRefused _) {
            return false;
        }
    }

    /** What is not whole is left as it is. */
    @Override
    public void close() {
        if (!isWhole()) {
            opened.file().ifPresent(H2File::abandon);
        }
        opened.pool().close();
    }
}
