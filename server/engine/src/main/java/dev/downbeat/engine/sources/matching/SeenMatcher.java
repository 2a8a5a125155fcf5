package dev.downbeat.engine.sources.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells how surely a candidate is the recording that a player says it plays. The version words must
 * agree and the lengths must not differ by more than 20 s; otherwise title, artist, length and
 * album are weighed. What one side does not say is left out of the weighing.
 */
public final class SeenMatcher {
    private static final double TITLE = 0.45;
    private static final double ARTIST = 0.30;
    private static final double LENGTH = 0.20;
    private static final double ALBUM = 0.05;

    private static final double LEAST_TITLE = 0.75;
    private static final double LEAST_ARTIST = 0.60;

    /** Equal up to here. */
    private static final double SAME_SECONDS = 2;

    /** Worth nothing from here on. */
    private static final double OTHER_SECONDS = 12;

    private static final double FAR_SECONDS = 20;

    /** Without the artist a title proves little; with the same length it is enough. */
    private static final double WITHOUT_ARTIST = 0.80;

    private static final Pattern DASH = Pattern.compile("\\s+[-–—]\\s+");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{2,4}$");

    private final Recording wanted;
    private final Heading heading;
    private final Artists artists;

    public SeenMatcher(Recording wanted) {
        this.wanted = taggedByName(wanted);
        this.heading = Heading.of(this.wanted.title());
        this.artists = Artists.of(this.wanted.artist(), heading.guests());
    }

    /** A player without tags shows the file's name: {@code Artist - Title.mp3}. */
    private static Recording taggedByName(Recording seen) {
        if (!seen.artist().isBlank()) {
            return seen;
        }
        String name = EXTENSION.matcher(seen.title()).replaceAll("");
        String[] parts = DASH.split(name, 2);
        return parts.length < 2
                ? new Recording(name, "", seen.album(), seen.duration())
                : new Recording(parts[1], parts[0], seen.album(), seen.duration());
    }

    /** What is wanted, as it was understood. */
    public Recording wanted() {
        return wanted;
    }

    public Match match(Recording candidate) {
        Heading theirs = Heading.of(candidate.title());
        double title = heading.likeness(theirs);
        double agreement = heading.version().agreement(theirs.version());
        if (title < LEAST_TITLE || agreement == 0) {
            return Match.NONE;
        }
        Artists others = Artists.of(candidate.artist(), theirs.guests());
        boolean artistsKnown = !artists.unknown() && !others.unknown();
        double artist = artists.likeness(others);
        if (artistsKnown && artist < LEAST_ARTIST) {
            return Match.NONE;
        }
        boolean lengthsKnown = isKnown(wanted.duration()) && isKnown(candidate.duration());
        double apart = seconds(candidate.duration()) - seconds(wanted.duration());
        if (lengthsKnown && Math.abs(apart) > FAR_SECONDS) {
            return Match.NONE;
        }
        Scale scale = new Scale();
        scale.add(TITLE, title, "title");
        if (artistsKnown) {
            scale.add(ARTIST, artist, "artist");
        }
        if (lengthsKnown) {
            scale.add(LENGTH, lengthLikeness(apart), lengthWords(apart));
        } else {
            scale.say("length unknown");
        }
        weighAlbum(scale, candidate);
        if (!heading.version().equals(Version.USUAL)) {
            scale.say(heading.version().words());
        }
        boolean proven =
                artistsKnown || (lengthsKnown && title == 1 && Math.abs(apart) <= SAME_SECONDS);
        return scale.match(agreement, proven ? 1 : WITHOUT_ARTIST);
    }

    /** The same song stands on many albums, so a different one counts nothing against it. */
    private void weighAlbum(Scale scale, Recording candidate) {
        String ours = Fold.text(wanted.album());
        if (!ours.isEmpty() && Likeness.of(ours, Fold.text(candidate.album())) > 0.9) {
            scale.add(ALBUM, 1, "album");
        }
    }

    private static double lengthLikeness(double apart) {
        double beyond = Math.max(0, Math.abs(apart) - SAME_SECONDS);
        return Math.max(0, 1 - beyond / (OTHER_SECONDS - SAME_SECONDS));
    }

    private static String lengthWords(double apart) {
        long rounded = Math.round(apart);
        return rounded == 0 ? "length" : String.format("length %+d s", rounded);
    }

    private static boolean isKnown(Duration duration) {
        return duration.isPositive();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** Sums what is known and says it. */
    private static final class Scale {
        private double sum;
        private double weights;
        private final List<String> words = new ArrayList<>();

        void add(double weight, double likeness, String word) {
            sum += weight * likeness;
            weights += weight;
            words.add(likeness > 0.97 || word.startsWith("length") ? word : word + " nearly");
        }

        void say(String word) {
            words.add(word);
        }

        Match match(double factor, double most) {
            return Match.of(Math.min(most, factor * sum / weights), String.join(", ", words));
        }
    }
}
