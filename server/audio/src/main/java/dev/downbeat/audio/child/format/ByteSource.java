package dev.downbeat.audio.child.format;

import java.io.IOException;

/** The bytes of one medium, readable anywhere; a read waits until the bytes are there. */
public interface ByteSource {
    /**
     * @return how many bytes were read, at least 1; -1 at the end
     */
    int read(long position, byte[] into, int offset, int length) throws IOException;

    /** In bytes; negative while unknown. */
    long length();
}
