package dev.downbeat.companion.sync;

import java.io.IOException;

/** What was to go out could not be recorded, so it did not go out. */
public final class NotRecorded extends IOException {
    private static final long serialVersionUID = 1;

    NotRecorded(IOException cause) {
        super("cannot record what is sent", cause);
    }
}
