package dev.downbeat.party;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers given lately, so that a repeated wish is not done twice; the oldest go first. */
final class WishMemory {
    static final int LIMIT = 10_000;

    private final Map<Key, RememberedWish> answers = new LinkedHashMap<>();

    /** One person's ids are nobody else's. */
    private record Key(SeatId who, WishId id) {}

    void remember(RememberedWish wish) {
        Key key = new Key(wish.who(), wish.id());
        answers.remove(key);
        answers.put(key, wish);
        Iterator<RememberedWish> oldest = answers.values().iterator();
        while (oldest.hasNext() && isOver(oldest.next(), wish.at())) {
            oldest.remove();
        }
    }

    private boolean isOver(RememberedWish wish, Instant now) {
        return answers.size() > LIMIT || !now.isBefore(wish.at().plus(Party.WISH_MEMORY));
    }

    Optional<RememberedWish> find(SeatId who, WishId id, Instant now) {
        return Optional.ofNullable(answers.get(new Key(who, id)))
                .filter(wish -> now.isBefore(wish.at().plus(Party.WISH_MEMORY)));
    }

    int size() {
        return answers.size();
    }

    List<RememberedWish> all() {
        return List.copyOf(answers.values());
    }

    void replace(List<RememberedWish> wishes) {
        answers.clear();
        wishes.forEach(this::remember);
    }
}
