package dev.downbeat.companion.hosting;

import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.protocol.WireTrack;

import java.util.Set;

/**
 * Takes out of a reading what is not meant for others, before any rule looks at it: private
 * windows, page titles, and names of files and folders that players show for want of tags.
 */
final class Discretion {
    /** What Chromium says in place of a title from a private window. */
    private static final Set<String> PRIVATE_TITLES =
            Set.of("A site is playing media", "Сайт воспроизводит медиа");

    /**
     * They guess a missing artist from the folders, and a title from the file without its ending.
     */
    private static final Set<String> GUESSING = Set.of("audacious");

    private Discretion() {}

    static Reading of(Reading reading) {
        if (isPrivate(reading)) {
            return reading.withTrack(WireTrack.UNKNOWN).withStatus(Reading.Status.STOPPED);
        }
        return reading.withTrack(withoutNames(reading));
    }

    /**
     * An album named like a folder may be the folder's name as well as a tag, so it goes. An artist
     * is missed more, and goes only where the title shows that the file has no tags.
     */
    private static WireTrack withoutNames(Reading reading) {
        WireTrack track = reading.track();
        FolderNames folders = FolderNames.of(reading.location());
        String file = fileName(reading.location());
        boolean named = track.title().equals(file);
        boolean untagged = named || (isGuessing(reading) && track.title().equals(stem(file)));
        WireTrack left =
                new WireTrack(
                        named ? stem(file) : track.title(),
                        untagged && folders.hold(track.artist()) ? "" : track.artist(),
                        folders.hold(track.album()) ? "" : track.album(),
                        track.durationMs());
        return untagged ? inHalves(left) : left;
    }

    private static boolean isGuessing(Reading reading) {
        return GUESSING.contains(reading.player().name());
    }

    private static boolean isPrivate(Reading reading) {
        return reading.player().kind().isBrowser()
                && (reading.track().artist().isBlank()
                        || PRIVATE_TITLES.contains(reading.track().title()));
    }

    /** The ending says what kind of file it is. */
    private static String stem(String file) {
        return file.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
    }

    /** "Artist - Title" in words. */
    private static WireTrack inHalves(WireTrack track) {
        String[] halves = track.title().split(" - ", 2);
        boolean both = track.artist().isBlank() && halves.length == 2;
        return both
                ? new WireTrack(
                        halves[1].strip(), halves[0].strip(), track.album(), track.durationMs())
                : track;
    }

    private static String fileName(String location) {
        String path = FileLocation.path(location);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
