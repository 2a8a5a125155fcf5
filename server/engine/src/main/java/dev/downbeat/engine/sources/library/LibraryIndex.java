package dev.downbeat.engine.sources.library;

import dev.downbeat.engine.sources.matching.Fold;
import dev.downbeat.engine.sources.matching.Match;
import dev.downbeat.engine.sources.matching.Recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the library holds, findable by any word as it sounds in Latin letters. Immutable: a scan
 * makes a new one.
 */
final class LibraryIndex {
    static final LibraryIndex EMPTY = new LibraryIndex(List.of());

    /** Candidates that are matched in full; rarer words than these share decide who they are. */
    private static final int CANDIDATES = 200;

    private static final Duration SAME_LENGTH = Duration.ofSeconds(2);

    private final Map<String, LibraryFile> byId = new HashMap<>();
    private final Map<String, List<LibraryFile>> byWord = new HashMap<>();

    record Hit(LibraryFile file, Match match) {}

    LibraryIndex(Collection<LibraryFile> files) {
        List<LibraryFile> ordered = new ArrayList<>(files);
        ordered.sort(Comparator.comparing(file -> file.path().toString()));
        for (LibraryFile file : ordered) {
            byId.put(file.id(), file);
            for (String word : words(file.words())) {
                byWord.computeIfAbsent(word, _ -> new ArrayList<>(1)).add(file);
            }
        }
    }

    private static Set<String> words(Recording recording) {
        return sounds(recording.artist() + " " + recording.title());
    }

    private static Set<String> sounds(String text) {
        return new LinkedHashSet<>(Fold.words(Fold.latin(Fold.text(text))));
    }

    int size() {
        return byId.size();
    }

    Optional<LibraryFile> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<LibraryFile> files() {
        return byId.values();
    }

    /** The best match that is good enough; words with slips are looked at only when needed. */
    Optional<Hit> best(String text, Function<Recording, Match> matcher) {
        Set<String> words = sounds(text);
        Optional<Hit> exact = best(candidates(words, _ -> List.of()), matcher);
        return exact.isPresent() ? exact : best(candidates(words, this::slips), matcher);
    }

    /**
     * The tracks that fit best and equally well, of their copies one; one alone when all of its
     * title was asked for.
     */
    List<Hit> equallyGood(String text, Function<Recording, Match> matcher) {
        Set<String> words = sounds(text);
        List<Hit> exact = equallyGood(candidates(words, _ -> List.of()), matcher);
        return exact.isEmpty() ? equallyGood(candidates(words, this::slips), matcher) : exact;
    }

    private static List<Hit> equallyGood(
            List<LibraryFile> candidates, Function<Recording, Match> matcher) {
        List<Hit> hits =
                candidates.stream()
                        .map(file -> new Hit(file, matcher.apply(file.words())))
                        .filter(hit -> hit.match().accepted())
                        .sorted(Comparator.comparingDouble((Hit hit) -> -hit.match().score()))
                        .toList();
        List<Hit> best =
                hits.stream()
                        .filter(hit -> hit.match().isAsGoodAs(hits.getFirst().match()))
                        .toList();
        return best.stream()
                .filter(hit -> hit.match().whole())
                .findFirst()
                .map(List::of)
                .orElseGet(() -> ofCopiesOne(best));
    }

    private static List<Hit> ofCopiesOne(List<Hit> hits) {
        Map<Set<String>, Hit> tracks = new LinkedHashMap<>();
        hits.forEach(hit -> tracks.putIfAbsent(words(hit.file().words()), hit));
        return List.copyOf(tracks.values());
    }

    /** The one track that has all these words; copies of it are the same track. */
    Optional<Hit> only(String text, Function<Recording, Match> matcher) {
        Collection<List<LibraryFile>> tracks = having(sounds(text));
        return tracks.size() == 1 ? best(tracks.iterator().next(), matcher) : Optional.empty();
    }

    /** Every track that has all these words, of its copies one. */
    List<Hit> several(String text, Function<Recording, Match> matcher) {
        return having(sounds(text)).stream()
                .flatMap(copies -> best(copies, matcher).stream())
                .toList();
    }

    private Collection<List<LibraryFile>> having(Set<String> words) {
        return words.stream()
                .map(word -> byWord.getOrDefault(word, List.of()))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of())
                .stream()
                .filter(file -> words(file.words()).containsAll(words))
                .collect(
                        Collectors.groupingBy(
                                file -> words(file.words()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values();
    }

    /** Other files of the same track: the same words, and as far as is known the same length. */
    List<LibraryFile> copies(LibraryFile file) {
        return having(words(file.words())).stream()
                .flatMap(List::stream)
                .filter(other -> words(other.words()).equals(words(file.words())))
                .filter(other -> !other.id().equals(file.id()) && isAsLong(other, file))
                .toList();
    }

    private static boolean isAsLong(LibraryFile one, LibraryFile other) {
        Duration a = one.words().duration();
        Duration b = other.words().duration();
        return a.isZero() || b.isZero() || a.minus(b).abs().compareTo(SAME_LENGTH) <= 0;
    }

    private static Optional<Hit> best(
            List<LibraryFile> candidates, Function<Recording, Match> matcher) {
        Hit best = null;
        for (LibraryFile file : candidates) {
            Match match = matcher.apply(file.words());
            if (match.accepted() && (best == null || match.score() > best.match().score())) {
                best = new Hit(file, match);
            }
        }
        return Optional.ofNullable(best);
    }

    private List<LibraryFile> candidates(
            Set<String> words, Function<String, Collection<String>> others) {
        Map<LibraryFile, Double> weights = new HashMap<>();
        for (String word : words) {
            weigh(word, weights);
            others.apply(word).forEach(other -> weigh(other, weights));
        }
        return weights.entrySet().stream()
                .sorted(
                        Map.Entry.<LibraryFile, Double>comparingByValue()
                                .reversed()
                                .thenComparing(entry -> entry.getKey().path().toString()))
                .limit(CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A rare word says more: its weight is shared by all the files that have it. */
    private void weigh(String word, Map<LibraryFile, Double> weights) {
        List<LibraryFile> files = byWord.getOrDefault(word, List.of());
        double weight = 1 / Math.log(2.0 + files.size());
        files.forEach(file -> weights.merge(file, weight, Double::sum));
    }

    private List<String> slips(String word) {
        return byWord.keySet().stream().filter(other -> Fold.near(word, other)).toList();
    }
}
