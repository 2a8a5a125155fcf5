package dev.downbeat.engine.sources.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Who plays: one recording's artists, folded, and the whole line as written. */
record Artists(List<String> names, String line) {
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "(?iu)\\s*[&,;/+|]\\s*"
                        + "|\\s+(?:and|и|feat\\.?|ft\\.?|featuring|with|x|vs\\.?|presents)\\s+");
    private static final Pattern CHANNEL = Pattern.compile("(?iu)(\\s+-\\s+topic|vevo)\\s*$");
    private static final double LIKE = 0.85;

    static Artists of(String raw, List<String> guests) {
        String line = CHANNEL.matcher(raw).replaceAll("");
        List<String> names = new ArrayList<>();
        add(line, names);
        guests.forEach(guest -> add(guest, names));
        return new Artists(List.copyOf(names), withoutThe(Fold.text(line)));
    }

    private static void add(String line, List<String> names) {
        for (String name : BETWEEN.split(line, -1)) {
            String folded = withoutThe(Fold.text(name));
            if (!folded.isEmpty() && !names.contains(folded)) {
                names.add(folded);
            }
        }
    }

    private static String withoutThe(String name) {
        return name.startsWith("the ") ? name.substring(4) : name;
    }

    boolean unknown() {
        return line.isEmpty();
    }

    /**
     * One artist in common is nearly all: services differ in whom they name beside the main one.
     */
    double likeness(Artists other) {
        double whole = Likeness.of(line, other.line);
        if (whole == 1) {
            return 1;
        }
        long common = names.stream().filter(other::has).count();
        if (common == 0) {
            return Math.min(whole, LIKE);
        }
        double union = (double) names.size() + other.names.size() - common;
        return Math.max(whole, 0.9 + 0.1 * common / Math.max(union, 1));
    }

    private boolean has(String name) {
        return names.stream().anyMatch(own -> Likeness.of(own, name) >= LIKE);
    }
}
