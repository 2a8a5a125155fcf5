package dev.downbeat.companion.hosting;

import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.protocol.WireTrack;

import java.util.Set;

/**
 * Takes out of a reading what is not meant for others, before any rule looks at it: private
 * windows, page titles, and names of files that players show for want of a title.
 */
final class Discretion {
    /** What Chromium says in place of a title from a private window. */
    private static final Set<String> PRIVATE_TITLES =
            Set.of("A site is playing media", "Сайт воспроизводит медиа");

    private Discretion() {}

    static Reading of(Reading reading) {
        WireTrack track = reading.track();
        if (isPrivate(reading)) {
            return reading.withTrack(WireTrack.UNKNOWN).withStatus(Reading.Status.STOPPED);
        }
        return track.title().equals(fileName(reading.location()))
                ? reading.withTrack(named(track))
                : reading;
    }

    private static boolean isPrivate(Reading reading) {
        return reading.player().kind().isBrowser()
                && (reading.track().artist().isBlank()
                        || PRIVATE_TITLES.contains(reading.track().title()));
    }

    /** "Artist - Title.ext" in words; the ending says what kind of file it is, so it goes. */
    private static WireTrack named(WireTrack track) {
        String stem = track.title().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        String[] halves = stem.split(" - ", 2);
        boolean both = track.artist().isBlank() && halves.length == 2;
        return new WireTrack(
                both ? halves[1].strip() : stem,
                both ? halves[0].strip() : track.artist(),
                track.album(),
                track.durationMs());
    }

    private static String fileName(String location) {
        String path = FileLocation.path(location);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
