package dev.downbeat.audio.child;

import java.io.IOException;
import java.nio.file.Path;

/** Gives each media child a folder of its own. Any thread may call. */
@FunctionalInterface
public interface ChildFolders {
    /**
     * An empty folder that nobody else uses.
     *
     * @throws IOException when it cannot be made
     */
    Path forChild() throws IOException;
}
