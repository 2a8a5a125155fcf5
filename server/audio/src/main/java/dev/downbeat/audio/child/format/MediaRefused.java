package dev.downbeat.audio.child.format;

import java.io.IOException;

/** These bytes are not taken; the message is the code of a {@link dev.downbeat.audio.Refusal}. */
public final class MediaRefused extends IOException {
    public MediaRefused(String reason) {
        super(reason);
    }

    MediaRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
