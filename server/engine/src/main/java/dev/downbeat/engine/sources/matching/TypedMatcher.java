package dev.downbeat.engine.sources.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells how surely a candidate is what a person typed: artist and title in any order and either
 * alphabet, with a slip per word. Title words may not be missing, and a live or remixed recording
 * is only meant by who says so.
 */
public final class TypedMatcher {
    private static final double LEAST_QUERY = 0.80;
    private static final double LEAST_TITLE = 0.75;
    private static final double WHOLE = 0.97;
    private static final int LEAST_WORD = 3;

    /** Who is a guest may be left out or named. */
    private static final Pattern GUEST_ASIDE =
            Pattern.compile("(?iu)[(\\[](?:feat|ft|featuring|with)\\b[^)\\]]*[)\\]]");

    private static final Pattern NO_WORDS =
            Pattern.compile("(?iu)\\s[-–—]\\s|\\b(?:feat|ft|featuring)\\b\\.?");

    private final List<String> query;
    private final Version version;

    public TypedMatcher(String typed) {
        String plain = GUEST_ASIDE.matcher(typed).replaceAll(" ");
        Heading heading = Heading.of(NO_WORDS.matcher(plain).replaceAll(" "));
        List<String> words = new ArrayList<>(sounds(heading.full()));
        if (words.size() > 1) {
            words.removeIf("the"::equals);
        }
        this.query = List.copyOf(words);
        this.version = heading.version();
    }

    private static List<String> sounds(String folded) {
        return Fold.words(Fold.latin(folded));
    }

    public Match match(Recording candidate) {
        Heading heading = Heading.of(candidate.title());
        double agreement = agreement(heading);
        if (agreement == 0 || query.isEmpty()) {
            return Match.NONE;
        }
        List<String> left = new ArrayList<>(query);
        double title = Math.max(covered(heading.core(), left), covered(heading.full(), query));
        remove(heading.full(), left);
        double artist = artist(candidate, heading, left);
        double typed = 1 - letters(left) / letters(query);
        if (title < LEAST_TITLE || typed < LEAST_QUERY) {
            return Match.NONE;
        }
        double score = agreement * (0.5 * typed + 0.4 * title + 0.1 * artist);
        return Match.of(score, title > WHOLE, words(title, artist));
    }

    /**
     * For a recording that alone has every word typed, however much of its name that is: still
     * never another version than the one named, and not for a word as short as "the".
     */
    public Match allOf(Recording candidate) {
        boolean says = query.stream().anyMatch(word -> word.length() >= LEAST_WORD);
        double agreement = agreement(Heading.of(candidate.title()));
        return says && !query.equals(List.of("the")) && agreement > 0
                ? Match.of(Match.ACCEPTED, "the only track with these words")
                : Match.NONE;
    }

    /** Who types a remix's author need not type the bracket: his words stand in the query. */
    private double agreement(Heading heading) {
        double agreement = version.agreement(heading.version());
        if (agreement > 0 || !version.kinds().keySet().equals(heading.version().kinds().keySet())) {
            return agreement;
        }
        boolean named =
                heading.version().kinds().values().stream()
                        .allMatch(who -> who.stream().allMatch(word -> has(query, word)));
        return named ? 0.98 : 0;
    }

    private static double artist(Recording candidate, Heading heading, List<String> left) {
        String line = Fold.text(candidate.artist());
        double covered = covered(line, left);
        remove(line, left);
        heading.guests().forEach(guest -> remove(Fold.text(guest), left));
        heading.version().kinds().values().forEach(who -> who.forEach(word -> remove(word, left)));
        remove(Fold.text(candidate.album()), left);
        return covered;
    }

    private static String words(double title, double artist) {
        String first = title > WHOLE ? "title" : "title nearly";
        return artist > 0.97 ? first + ", artist" : artist > 0 ? first + ", artist nearly" : first;
    }

    /** Share of the text's letters whose words stand among {@code words}. */
    private static double covered(String folded, List<String> words) {
        double common = 0;
        double all = 0;
        for (String word : sounds(folded)) {
            all += word.length();
            common +=
                    words.contains(word)
                            ? word.length()
                            : has(words, word) ? word.length() - 0.5 : 0;
        }
        return all == 0 ? 0 : common / all;
    }

    private static boolean has(List<String> words, String word) {
        String sound = Fold.latin(word);
        return words.stream().anyMatch(other -> Likeness.near(other, sound));
    }

    private static void remove(String folded, List<String> left) {
        for (String word : sounds(folded)) {
            if (!left.remove(word)) {
                left.stream()
                        .filter(other -> Likeness.near(other, word))
                        .findFirst()
                        .ifPresent(left::remove);
            }
        }
    }

    private static double letters(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }
}
