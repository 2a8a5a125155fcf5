package dev.downbeat.audio;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of a medium, opened by whoever may touch files and networks; the media child only ever sees
 * what comes out of {@link #open()}.
 */
public interface MediaStream {
    /** What is longer is refused: no part of it would be read beyond this. */
    long MOST_BYTES = 512L << 20;

    /** A fresh stream from the first byte; may be called again. */
    InputStream open() throws IOException;

    /**
     * A fresh stream from byte {@code offset} on. Whoever can begin there without what lies before
     * (a file, a range request, an upload whose tail came first) should say how; the default reads
     * and drops.
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

    /** For messages and as a hint to the decoder, for example {@code song.mp3}; never opened. */
    String fileName();
}
