package dev.downbeat.engine.sources.library;

import dev.downbeat.engine.sources.matching.Recording;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file's name and folders say of the recording in it. */
final class FileWords {
    private static final Set<String> MUSIC =
            Set.of(
                    "mp3", "flac", "wav", "m4a", "mp4", "aac", "ogg", "oga", "opus", "webm", "mka",
                    "weba");

    /** {@code 01 - }, {@code 1-07. }, {@code 03_}: where it stands on the album. */
    private static final Pattern TRACK_NUMBER =
            Pattern.compile("^(?:\\d{1,2}-)?\\d{1,3}(?:\\s*[.)_-]\\s*|\\s+-\\s+)");

    private static final Pattern DASH = Pattern.compile("\\s+[-–—]\\s+");
    private static final Pattern DISC = Pattern.compile("(?iu)^(?:cd|disc|disk|диск)\\s*\\d+$");

    private FileWords() {}

    static boolean isMusic(Path file) {
        return MUSIC.contains(extension(file.getFileName().toString()));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** {@code Artist - Title}, else the title with the folders as artist and album. */
    static Recording read(Path relative) {
        String name = relative.getFileName().toString();
        String stem = name.substring(0, Math.max(0, name.lastIndexOf('.'))).replace('_', ' ');
        String[] parts = DASH.split(TRACK_NUMBER.matcher(stem).replaceFirst("").strip(), -1);
        if (parts.length >= 2) {
            String title = parts[parts.length - 1];
            String album = parts.length > 2 ? parts[1] : folder(relative, 1);
            return new Recording(title.strip(), parts[0].strip(), album.strip(), Duration.ZERO);
        }
        String near = folder(relative, 1);
        String far = folder(relative, 2);
        boolean albumKnown = !far.isEmpty();
        return new Recording(
                parts[0].strip(), albumKnown ? far : near, albumKnown ? near : "", Duration.ZERO);
    }

    /** The {@code n}-th folder above the file, without those that only number the discs. */
    private static String folder(Path relative, int n) {
        int left = n;
        for (Path at = relative.getParent(); at != null; at = at.getParent()) {
            String name = at.getFileName().toString();
            if (!DISC.matcher(name).matches() && --left == 0) {
                return name.replace('_', ' ');
            }
        }
        return "";
    }

    /** The tags, and the names where the tags say nothing. */
    static Recording merged(Recording tags, Recording names) {
        return new Recording(
                tags.title().isBlank() ? names.title() : tags.title(),
                tags.artist().isBlank() ? names.artist() : tags.artist(),
                tags.album().isBlank() ? names.album() : tags.album(),
                tags.duration());
    }
}
