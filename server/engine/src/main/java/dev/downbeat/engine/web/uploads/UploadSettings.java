package dev.downbeat.engine.web.uploads;

import java.nio.file.Path;
import java.time.Duration;

/**
 * @param folder for nothing but uploads; emptied at start
 * @param maxBytes of one file
 * @param quotaBytes of all files together; the oldest that nobody reads go first
 * @param sounding whether a file is heard before all of it is there
 * @param stalled without a piece for so long an upload counts as broken off
 */
public record UploadSettings(
        Path folder, long maxBytes, long quotaBytes, Sounding sounding, Duration stalled) {

    /** When a file may be heard. */
    public enum Sounding {
        WHILE_UPLOADING,
        WHEN_COMPLETE
    }
}
