package dev.downbeat.engine.store;

import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

/** An H2 file from its opening to its closing: what JDBC does not tell. Any thread may call. */
final class H2File {
    private final AtomicBoolean abandoned = new AtomicBoolean();
    private final Database engine;
    private final Optional<Object> identity;

    private H2File(Database engine) {
        this.engine = engine;
        this.identity = identityNow();
    }

    static H2File behind(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            return new H2File(engine(connection));
        }
    }

    static Database engine(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase();
    }

    /** H2 closes its file by itself when it cannot write it, and leaves it so. */
    boolean hasClosedItself() {
        MVStore file = engine.getStore().getMvStore();
        return file.getPanicException() != null || file.isClosed();
    }

    String name() {
        return engine.getStore().getMvStore().getFileStore().getFileName();
    }

    /**
     * False when the file was moved, removed or replaced while it is open: what is written then is
     * lost with this process. True where the system does not tell.
     */
    boolean isInPlace() {
        return identity.isEmpty() || identity.equals(identityNow());
    }

    /**
     * True when the file is shorter than H2 wrote it, because somebody else cut it: what is written
     * then goes behind a hole. Waits for what H2 is writing; of a file that is open and in place.
     */
    boolean isCutShort() {
        MVStore file = engine.getStore().getMvStore();
        AtomicBoolean cut = new AtomicBoolean();
        file.executeFilestoreOperation(() -> cut.set(lengthNow() < file.getFileStore().size()));
        return cut.get();
    }

    /** In bytes; very much where the system does not tell. */
    private long lengthNow() {
        try {
            return Files.size(Path.of(name()));
        } catch (IOException | InvalidPathException _) {
            return Long.MAX_VALUE;
        }
    }

    private Optional<Object> identityNow() {
        try {
            Path path = Path.of(name());
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** In bytes, on its disk, for us; very much where the system does not tell. */
    long room() {
        try {
            return Files.getFileStore(Path.of(name())).getUsableSpace();
        } catch (IOException | InvalidPathException _) {
            return Long.MAX_VALUE;
        }
    }

    /** Why it closed itself. */
    Optional<Throwable> fault() {
        return Optional.ofNullable(engine.getStore().getMvStore().getPanicException());
    }

    /**
     * Lets go of the file without writing anything, so that it can be opened anew while old
     * connections still linger.
     */
    void abandon() {
        if (abandoned.compareAndSet(false, true)) {
            engine.shutdownImmediately();
        }
    }
}
