package dev.downbeat.engine.store;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jdbi.v3.core.Handle;

import java.sql.SQLException;

/** Waits until a commit that returned would survive a kill of this process. */
@FunctionalInterface
interface CommitBarrier {
    void await(Handle handle) throws SQLException;

    static CommitBarrier of(DatabaseUrl.Kind kind) {
        return kind == DatabaseUrl.Kind.H2_FILE ? CommitBarrier::awaitH2 : _ -> {};
    }

    /**
     * H2 hands a commit to two threads of its own and returns, also with {@code WRITE_DELAY=0} and
     * after {@code CHECKPOINT SYNC}; an operation on its file waits for both.
     */
    private static void awaitH2(Handle handle) throws SQLException {
        var connection = handle.getConnection().unwrap(JdbcConnection.class);
        var session = (SessionLocal) connection.getSession();
        MVStore store = session.getDatabase().getStore().getMvStore();
        store.executeFilestoreOperation(() -> {});
    }
}
