package dev.downbeat.protocol;

/** What came in is no message of this protocol; the text is safe to show and holds none of it. */
public final class BadMessage extends Exception {
    private static final long serialVersionUID = 1;

    public BadMessage(String reason) {
        super(reason);
    }
}
