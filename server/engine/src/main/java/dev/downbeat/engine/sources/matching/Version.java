package dev.downbeat.engine.sources.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What makes a recording another one than the song's usual: live, a remix and by whom, karaoke.
 *
 * @param kinds the kind and the words that qualify it: {@code remix} and {@code rivo}
 */
record Version(Map<String, Set<String>> kinds) {
    static final Version USUAL = new Version(Map.of());

    /** Words that make it another recording. */
    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("live", "live"),
                    Map.entry("unplugged", "live"),
                    Map.entry("концерт", "live"),
                    Map.entry("концертная", "live"),
                    Map.entry("remix", "remix"),
                    Map.entry("remixed", "remix"),
                    Map.entry("mix", "remix"),
                    Map.entry("rmx", "remix"),
                    Map.entry("ремикс", "remix"),
                    Map.entry("rework", "remix"),
                    Map.entry("bootleg", "remix"),
                    Map.entry("mashup", "remix"),
                    Map.entry("flip", "remix"),
                    Map.entry("vip", "remix"),
                    Map.entry("dub", "remix"),
                    Map.entry("edit", "edit"),
                    Map.entry("extended", "extended"),
                    Map.entry("acoustic", "acoustic"),
                    Map.entry("акустика", "acoustic"),
                    Map.entry("акустическая", "acoustic"),
                    Map.entry("stripped", "acoustic"),
                    Map.entry("instrumental", "instrumental"),
                    Map.entry("инструментал", "instrumental"),
                    Map.entry("минус", "instrumental"),
                    Map.entry("минусовка", "instrumental"),
                    Map.entry("acapella", "acapella"),
                    Map.entry("karaoke", "karaoke"),
                    Map.entry("караоке", "karaoke"),
                    Map.entry("cover", "cover"),
                    Map.entry("кавер", "cover"),
                    Map.entry("tribute", "cover"),
                    Map.entry("originally", "cover"),
                    Map.entry("demo", "demo"),
                    Map.entry("демо", "demo"),
                    Map.entry("slowed", "slowed"),
                    Map.entry("reverb", "slowed"),
                    Map.entry("sped", "sped"),
                    Map.entry("nightcore", "sped"),
                    Map.entry("8d", "8d"),
                    Map.entry("mixed", "mixed"),
                    Map.entry("rerecorded", "rerecorded"),
                    Map.entry("recorded", "rerecorded"),
                    Map.entry("taylors", "rerecorded"),
                    Map.entry("take", "take"),
                    Map.entry("rehearsal", "take"),
                    Map.entry("outtake", "take"),
                    Map.entry("alternate", "take"),
                    Map.entry("reprise", "reprise"),
                    Map.entry("orchestral", "orchestral"),
                    Map.entry("piano", "piano"),
                    Map.entry("commentary", "commentary"));

    /** Words that say nothing about the recording. */
    private static final Set<String> NEUTRAL =
            Set.of(
                    "remaster",
                    "remastered",
                    "remasterd",
                    "ремастер",
                    "deluxe",
                    "mono",
                    "stereo",
                    "album",
                    "single",
                    "radio",
                    "original",
                    "version",
                    "версия",
                    "edition",
                    "bonus",
                    "track",
                    "official",
                    "music",
                    "video",
                    "audio",
                    "lyrics",
                    "lyric",
                    "hd",
                    "hq",
                    "4k",
                    "explicit",
                    "clean",
                    "digital",
                    "anniversary",
                    "clip",
                    "клип",
                    "visualizer",
                    "the",
                    "a",
                    "up",
                    "re",
                    "expanded",
                    "special",
                    "full",
                    "main");

    /** {@code From "Top Gun"}: where it was heard, not another recording. */
    private static final Set<String> FROM = Set.of("from", "из");

    /** These, with an edit or a mix, are what everybody calls the song itself. */
    private static final Set<String> USUAL_FORMS = Set.of("radio", "original", "single", "album");

    /** What the words of a bracket say; empty when it is part of the title. */
    static Optional<Version> ofAside(List<String> words) {
        if (!words.isEmpty() && FROM.contains(words.getFirst())) {
            return Optional.of(USUAL);
        }
        Set<String> named = new LinkedHashSet<>();
        List<String> left = new ArrayList<>();
        boolean neutral = false;
        boolean usualForm = words.stream().anyMatch(USUAL_FORMS::contains);
        for (String word : words) {
            String kind = KINDS.get(word);
            if (kind != null && !(usualForm && (kind.equals("edit") || kind.equals("remix")))) {
                named.add(kind);
            } else if (kind != null || NEUTRAL.contains(word)) {
                neutral = true;
            } else if (!isYear(word)) {
                left.add(word);
            } else {
                neutral = true;
            }
        }
        if (named.isEmpty()) {
            return neutral && left.size() <= 2 ? Optional.of(USUAL) : Optional.empty();
        }
        Map<String, Set<String>> kinds = new TreeMap<>();
        named.forEach(kind -> kinds.put(kind, Set.copyOf(left)));
        return Optional.of(new Version(kinds));
    }

    static boolean isKind(String word) {
        return KINDS.containsKey(word);
    }

    private static boolean isYear(String word) {
        return word.length() == 4 && Likeness.isNumber(word) && word.charAt(0) <= '2';
    }

    Version and(Version other) {
        Map<String, Set<String>> all = new TreeMap<>(kinds);
        other.kinds.forEach(all::putIfAbsent);
        return new Version(all);
    }

    /** The kinds are the same, and nobody else's: 1, 0.9 where only one side is precise, or 0. */
    double agreement(Version other) {
        if (!kinds.keySet().equals(other.kinds.keySet())) {
            return 0;
        }
        double agreement = 1;
        for (Map.Entry<String, Set<String>> kind : kinds.entrySet()) {
            Set<String> theirs = other.kinds.getOrDefault(kind.getKey(), Set.of());
            agreement = Math.min(agreement, agreement(kind.getKey(), kind.getValue(), theirs));
        }
        return agreement;
    }

    private static double agreement(String kind, Set<String> ours, Set<String> theirs) {
        if (ours.equals(theirs)) {
            return 1;
        }
        if (ours.isEmpty() || theirs.isEmpty()) {
            return kind.equals("remix") ? 0 : 0.95;
        }
        boolean common =
                ours.stream().anyMatch(a -> theirs.stream().anyMatch(b -> Likeness.near(a, b)));
        return common ? 0.98 : 0;
    }

    String words() {
        return String.join(", ", kinds.keySet());
    }
}
