package dev.downbeat.engine;

/**
 * What should last could not be written or read, for example because the disk is full. Whoever
 * throws it has said why in the log; whoever asked is told to try again.
 */
public abstract class NotKept extends RuntimeException {
    protected NotKept(String message, Throwable cause) {
        super(message, cause);
    }
}
