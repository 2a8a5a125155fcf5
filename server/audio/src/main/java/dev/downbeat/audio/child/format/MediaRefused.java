package dev.downbeat.audio.child.format;

import java.io.IOException;

/** These bytes are not taken; the message says why, in plain words for a person. */
public final class MediaRefused extends IOException {
    public MediaRefused(String reason) {
        super(reason);
    }

    MediaRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
