package dev.downbeat.protocol;

import java.util.Arrays;
import java.util.Optional;

/** Why a socket of this protocol was closed by the server: the WebSocket close codes in use. */
public enum CloseCode {
    /** Said goodbye. */
    NORMAL(1000, Then.STOP),
    /** The server stops or starts anew. */
    GOING_AWAY(1001, Then.RECONNECT),
    /** A frame longer than {@link Wire#MAX_MESSAGE_LENGTH}. */
    TOO_BIG(1009, Then.RECONNECT),
    /** Something that is no message of this protocol, or a binary frame. */
    BAD_MESSAGE(4400, Then.RECONNECT),
    /** The token was revoked while the socket was open: link again. */
    REVOKED(4401, Then.STOP),
    /** No common protocol version: one of the two must be updated. */
    UNKNOWN_PROTOCOL(4406, Then.STOP),
    /** No hello in time, or no frame for too long. */
    SILENT(4408, Then.RECONNECT),
    /** A newer companion of the same account took over. */
    SUPERSEDED(4409, Then.STOP),
    /** More messages than allowed. */
    TOO_MANY(4429, Then.RECONNECT);

    /** What the client does next. */
    public enum Then {
        /** Connect again by itself, with back-off. */
        RECONNECT,
        /** Tell the person, and stay away. */
        STOP
    }

    private final int code;
    private final Then then;

    CloseCode(int code, Then then) {
        this.code = code;
        this.then = then;
    }

    public int code() {
        return code;
    }

    public Then then() {
        return then;
    }

    /** Empty for a code that this protocol does not name; treat it as {@link Then#RECONNECT}. */
    public static Optional<CloseCode> of(int code) {
        return Arrays.stream(values()).filter(known -> known.code == code).findFirst();
    }
}
