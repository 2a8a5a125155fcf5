package dev.downbeat.engine.store;

import dev.downbeat.engine.NotKept;

/** One read or write did not succeed in time, or not at all; the next one may. */
public final class StoreFailed extends NotKept {
    StoreFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
