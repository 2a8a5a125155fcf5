package dev.downbeat.audio;

import java.nio.file.Path;

/**
 * Why nothing can be written into the frame store's folder.
 *
 * @param cause what the system said; may hold a path
 */
public record FrameFault(Path folder, Kind kind, String cause) {

    /** What an operator can do something about. */
    public enum Kind {
        DISK_FULL,
        READ_ONLY,
        NO_PERMISSION,
        /** Something that is no folder stands in its place. */
        NO_FOLDER,
        OTHER
    }
}
