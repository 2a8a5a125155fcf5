package dev.downbeat.audio.store;

import java.io.IOException;
import java.nio.file.Path;

/** Where frames are written while they are made. Any thread may call. */
@FunctionalInterface
interface Temporaries {
    /** A name that no file has. */
    Path fresh();

    /** What went wrong with such a file. */
    default void failed(IOException why) {}
}
