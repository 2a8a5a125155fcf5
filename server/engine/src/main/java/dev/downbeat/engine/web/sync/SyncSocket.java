package dev.downbeat.engine.web.sync;

import dev.downbeat.protocol.CloseCode;

/** One open socket as the session sees it; any thread may call. */
interface SyncSocket extends Outbox.Line {
    void close(int code, String reason);

    default void close(CloseCode code, String reason) {
        close(code.code(), reason);
    }

    /** From the first close on: what the other side still says is not listened to. */
    boolean isClosing();

    /** Once a second while it closes: whoever does not close its own side is cut off. */
    void hurry();
}
