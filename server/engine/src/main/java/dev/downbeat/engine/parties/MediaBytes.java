package dev.downbeat.engine.parties;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a medium, wherever they are. */
public interface MediaBytes {
    /** A fresh stream from the first byte; may be called again; may wait for bytes under way. */
    InputStream open() throws IOException;

    /**
     * A fresh stream from byte {@code offset} on. Whoever can begin there without what lies before
     * should say how; the default reads and drops.
     */
    default InputStream openAt(long offset) throws IOException {
        InputStream stream = open();
        try {
            stream.skipNBytes(offset);
            return stream;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /** In bytes; negative when unknown. */
    long length();

    /** For messages and as a hint to the decoder; never opened. */
    String fileName();

    /**
     * Equal for equal content, different after a change: what canonical frames are kept under.
     *
     * @throws IOException when it cannot be told without bytes that do not come
     */
    String contentKey() throws IOException;

    /** Lent by the host for this party only: nothing made of it may outlive the party. */
    default boolean isLent() {
        return false;
    }
}
