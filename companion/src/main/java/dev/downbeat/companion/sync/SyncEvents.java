package dev.downbeat.companion.sync;

import dev.downbeat.protocol.ServerMessage;

/** What the socket has to say; called from its threads, must not block. */
public interface SyncEvents {
    void online(ServerMessage.Hello hello);

    void heard(ServerMessage message);

    /**
     * The connection is lost or did not come up; the next try follows.
     *
     * @param why for people
     * @param againInMs when the next try comes
     */
    void offline(String why, double againInMs);

    /** There will be no further try. */
    void over(Ending ending);

    /** Why the client gave up for good. */
    enum Ending {
        /** The token is no longer good: link again. */
        UNLINKED,
        /** A newer companion took over. */
        SUPERSEDED,
        /** No common protocol version. */
        OUTDATED,
        /** What goes out cannot be recorded, so nothing goes out. */
        UNRECORDED,
        /** We left. */
        LEFT
    }
}
