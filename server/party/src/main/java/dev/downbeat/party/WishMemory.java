package dev.downbeat.party;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers given lately, so that a repeated wish is not done twice. When there are too many, the
 * oldest of whoever has the most goes, so that nobody pushes out what others may still repeat.
 */
final class WishMemory {
    static final int LIMIT = 10_000;

    private static final Comparator<Map.Entry<SeatId, Integer>> MOST =
            Map.Entry.<SeatId, Integer>comparingByValue()
                    .thenComparing(entry -> entry.getKey().value());

    private final Map<Key, RememberedWish> answers = new LinkedHashMap<>();
    private final Map<SeatId, Integer> counts = new HashMap<>();

    /** One person's ids are nobody else's. */
    private record Key(SeatId who, WishId id) {
        Key(RememberedWish wish) {
            this(wish.who(), wish.id());
        }
    }

    void remember(RememberedWish wish) {
        forget(new Key(wish));
        answers.put(new Key(wish), wish);
        counts.merge(wish.who(), 1, Integer::sum);
        forgetOld(wish.at());
        if (answers.size() > LIMIT) {
            forgetOneTooMany();
        }
    }

    private void forget(Key key) {
        if (answers.remove(key) != null) {
            counts.computeIfPresent(key.who(), (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private void forgetOld(Instant now) {
        List<Key> old =
                answers.entrySet().stream()
                        .takeWhile(entry -> isOver(entry.getValue(), now))
                        .map(Map.Entry::getKey)
                        .toList();
        old.forEach(this::forget);
    }

    private void forgetOneTooMany() {
        counts.entrySet().stream()
                .max(MOST)
                .map(Map.Entry::getKey)
                .flatMap(most ->
                        answers.keySet().stream().filter(key -> key.who().equals(most)).findFirst())
                .ifPresent(this::forget);
    }

    private static boolean isOver(RememberedWish wish, Instant now) {
        return !now.isBefore(wish.at().plus(Party.WISH_MEMORY));
    }

    Optional<RememberedWish> find(SeatId who, WishId id, Instant now) {
        return Optional.ofNullable(answers.get(new Key(who, id)))
                .filter(wish -> !isOver(wish, now));
    }

    int size() {
        return answers.size();
    }

    List<RememberedWish> all() {
        return List.copyOf(answers.values());
    }

    void replace(List<RememberedWish> wishes) {
        answers.clear();
        counts.clear();
        wishes.forEach(this::remember);
    }
}
