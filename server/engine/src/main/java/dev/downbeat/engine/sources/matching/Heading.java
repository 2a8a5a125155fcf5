package dev.downbeat.engine.sources.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title taken apart.
 *
 * @param core what the song is called, folded
 * @param full the core and the brackets that say nothing of the version, folded
 * @param guests artists named in the title, raw
 */
record Heading(String core, String full, Version version, List<String> guests) {
    private static final Pattern ASIDE = Pattern.compile("[(\\[{]([^()\\[\\]{}]*)[)\\]}]");
    private static final Pattern DASH = Pattern.compile("\\s+[-–—|]\\s+");
    private static final Pattern GUEST =
            Pattern.compile("(?iu)^\\s*(?:feat|ft|featuring|with|при участии)\\b\\.?\\s+(.+)$");
    private static final Pattern TRAILING_GUEST =
            Pattern.compile("(?iu)\\s(?:feat|ft|featuring)\\b\\.?\\s+(.+)$");

    static Heading of(String raw) {
        List<String> guests = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        Version version = Version.USUAL;
        StringBuilder rest = new StringBuilder();
        Matcher asides = ASIDE.matcher(raw);
        while (asides.find()) {
            asides.appendReplacement(rest, " ");
            version = version.and(read(asides.group(1), guests, kept));
        }
        asides.appendTail(rest);
        String bare = rest.toString();
        Matcher guest = TRAILING_GUEST.matcher(bare);
        if (guest.find()) {
            guests.add(guest.group(1));
            bare = bare.substring(0, guest.start());
        }
        String[] parts = DASH.split(bare.strip(), -1);
        int end = parts.length;
        while (end > 1) {
            Optional<Version> said = Version.ofAside(Fold.words(Fold.text(parts[end - 1])));
            if (said.isEmpty()) {
                break;
            }
            version = version.and(said.get());
            end--;
        }
        String head = Fold.text(String.join(" ", List.of(parts).subList(0, end)));
        return finish(head, version, kept, guests, raw);
    }

    private static Version read(String aside, List<String> guests, List<String> kept) {
        Matcher guest = GUEST.matcher(aside);
        if (guest.find()) {
            guests.add(guest.group(1));
            return Version.USUAL;
        }
        String folded = Fold.text(aside);
        Optional<Version> said = Version.ofAside(Fold.words(folded));
        if (said.isEmpty() && !folded.isEmpty()) {
            kept.add(folded);
        }
        return said.orElse(Version.USUAL);
    }

    /** Without brackets the last word may still say it: {@code Song live}. */
    private static Heading finish(
            String head, Version version, List<String> kept, List<String> guests, String raw) {
        List<String> words = Fold.words(head);
        String core = head;
        Version all = version;
        if (words.size() > 1
                && Version.isKind(words.getLast())
                && !"take".equals(words.getLast())) {
            all = version.and(Version.ofAside(List.of(words.getLast())).orElse(Version.USUAL));
            core = String.join(" ", words.subList(0, words.size() - 1));
        }
        String name = core.isEmpty() ? Fold.text(raw) : core;
        String full = kept.isEmpty() ? name : name + " " + String.join(" ", kept);
        return new Heading(name, full, all, List.copyOf(guests));
    }

    /** With and without the brackets; another number makes it another song. */
    double likeness(Heading other) {
        double whole = Likeness.of(full, other.full);
        double bare = Likeness.of(core, other.core) - (full.equals(other.full) ? 0 : 0.05);
        double best = Math.max(whole, bare);
        return numbers().equals(other.numbers()) ? best : best * 0.6;
    }

    private TreeSet<String> numbers() {
        TreeSet<String> numbers = new TreeSet<>();
        for (String word : Fold.words(full)) {
            if (Likeness.isNumber(word)) {
                numbers.add(word);
            }
        }
        return numbers;
    }
}
