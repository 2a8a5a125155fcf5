package dev.downbeat.companion.upload;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that the host shares, as it was when it was looked at.
 *
 * @param path real: no link is left in it
 * @param key what the file system calls it, where it does
 */
record SharedFile(Path path, long length, FileTime modified, @Nullable Object key) {
    /** Longer than any track; above it the answer is {@code too_large}. */
    static final long MAX_LENGTH = 1L << 30;

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,4}$");

    /** A file, or one of the protocol's words for why not. */
    sealed interface Look {
        record Shared(SharedFile file) implements Look {}

        record Refused(String refusal) implements Look {}
    }

    /**
     * @param path as the player names it; may be empty
     * @param folders that the host shared
     */
    static Look look(String path, List<String> folders) {
        if (path.isBlank()) {
            return new Look.Refused("not_a_file");
        }
        try {
            Path real = Path.of(path).toRealPath();
            BasicFileAttributes now = attributes(real);
            if (!now.isRegularFile()) {
                return new Look.Refused("not_a_file");
            }
            if (folders.stream().noneMatch(folder -> holds(folder, real))) {
                return new Look.Refused("not_shared");
            }
            if (now.size() > MAX_LENGTH || now.size() == 0) {
                return new Look.Refused(now.size() == 0 ? "not_a_file" : "too_large");
            }
            return isMusic(real) ? new Look.Shared(of(real, now)) : new Look.Refused("not_music");
        } catch (IOException | InvalidPathException _) {
            return new Look.Refused("not_a_file");
        }
    }

    private static boolean isMusic(Path real) throws IOException {
        if (!MusicSigns.endsLikeMusic(real)) {
            return false;
        }
        try (InputStream file = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            return MusicSigns.beginsLikeMusic(file.readNBytes(MusicSigns.HEAD_BYTES));
        }
    }

    private static SharedFile of(Path real, BasicFileAttributes now) {
        return new SharedFile(real, now.size(), now.lastModifiedTime(), now.fileKey());
    }

    private static BasicFileAttributes attributes(Path real) throws IOException {
        return Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean holds(String folder, Path real) {
        try {
            return real.startsWith(Path.of(folder).toRealPath());
        } catch (IOException | InvalidPathException _) {
            return false;
        }
    }

    /**
     * Whether the same file is still there, untouched, and no link has taken a place in its path.
     */
    boolean isUnchanged() {
        return Optional.of(path).filter(this::isSame).isPresent();
    }

    private boolean isSame(Path file) {
        try {
            return file.toRealPath().equals(file) && of(file, attributes(file)).equals(this);
        } catch (IOException _) {
            return false;
        }
    }

    /** What the party is told: {@code track} and the ending, as the name is the host's own. */
    String alias() {
        Matcher ending = ENDING.matcher(String.valueOf(path.getFileName()));
        return ending.find() ? "track" + ending.group().toLowerCase(Locale.ROOT) : "track";
    }
}
