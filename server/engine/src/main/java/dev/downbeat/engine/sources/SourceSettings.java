package dev.downbeat.engine.sources;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * @param libraryFolders nothing else is ever read
 * @param linkAllow hosts or addresses that links may name although they are not public
 * @param linkMaxBytes of one file behind a link
 * @param hostFilePatience how long a host's file may take until it can sound
 */
public record SourceSettings(
        List<Path> libraryFolders,
        Set<String> linkAllow,
        long linkMaxBytes,
        Duration hostFilePatience) {

    /** Enough for an hour of lossless music. */
    public static final long LINK_MAX_BYTES = 512L << 20;

    /** A megabyte over a slow line. */
    public static final Duration HOST_FILE_PATIENCE = Duration.ofSeconds(60);

    public SourceSettings {
        libraryFolders = List.copyOf(libraryFolders);
        linkAllow = Set.copyOf(linkAllow);
    }
}
