package dev.downbeat.engine.store;

import org.jdbi.v3.core.Handle;

import java.sql.SQLException;

/** Waits until a commit that returned would survive a kill of this process. */
@FunctionalInterface
interface CommitBarrier {
    /**
     * @throws RuntimeException when the commit is not in the file, or may not be
     */
    void await(Handle handle) throws SQLException;

    static CommitBarrier of(DatabaseUrl.Kind kind) {
        return kind == DatabaseUrl.Kind.H2_FILE ? CommitBarrier::awaitH2 : _ -> {};
    }

    /**
     * H2 hands a commit to two threads of its own and returns, also with {@code WRITE_DELAY=0} and
     * after {@code CHECKPOINT SYNC}; an operation on its file waits for both, and fails when they
     * did. Of the handle's own file, which may have been opened anew meanwhile.
     */
    private static void awaitH2(Handle handle) throws SQLException {
        H2File.engine(handle.getConnection())
                .getStore()
                .getMvStore()
                .executeFilestoreOperation(() -> {});
    }
}
