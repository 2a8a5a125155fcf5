package dev.downbeat.companion.commands;

/** How the program ends, for scripts. */
public enum Exit {
    DONE(0),
    /** Something broke that the program did not expect. */
    BROKEN(1),
    USAGE(2),
    /** Not linked, or no longer. */
    NOT_LINKED(3),
    NO_SERVER(4),
    /** Already hosting, or not hosting. */
    WRONG_MOMENT(5),
    NO_PLAYER(6),
    /** A newer companion took over. */
    SUPERSEDED(7),
    OUTDATED(8),
    /** What goes out cannot be recorded, so nothing goes out. */
    UNRECORDED(9);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
