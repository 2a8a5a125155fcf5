package dev.downbeat.engine.store;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One piece of SQL work; run again when the transaction it shared did not succeed. */
@FunctionalInterface
interface Work<T extends @Nullable Object> {
    T on(Handle handle);
}
