package dev.downbeat.engine.store;

/** One read or write did not succeed in time, or not at all; the next one may. */
public final class StoreFailed extends RuntimeException {
    StoreFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
