package dev.downbeat.bot;

/** Something outside is not as it must be; the message says what to do. */
public final class CannotStart extends RuntimeException {
    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
