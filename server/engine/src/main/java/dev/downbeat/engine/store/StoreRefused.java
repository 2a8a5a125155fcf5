package dev.downbeat.engine.store;

/** The database cannot be used; the message is one line for the operator and says what to do. */
public final class StoreRefused extends RuntimeException {
    StoreRefused(String message) {
        super(message);
    }

    StoreRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
