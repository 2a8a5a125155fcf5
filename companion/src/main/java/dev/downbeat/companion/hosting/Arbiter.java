package dev.downbeat.companion.hosting;

import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Reading;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the one player that leads: the pinned one, then playing over paused, a page's own voice
 * over its browser, the one that started last, a dedicated player over a browser. The current one
 * stays until it has not been playing for 3 s. Times in ms of the companion's clock.
 */
final class Arbiter {
    /** How long the current player keeps the lead while it does not play. */
    static final double LOYALTY = 3_000;

    private final Map<String, Entry> players = new LinkedHashMap<>();
    private final String pinned;
    private String current = "";
    private double now;

    private record Entry(Reading reading, double startedAt, double lastPlaying) {}

    /**
     * @param pinned the name of the player that always leads when it has something; may be empty
     */
    Arbiter(String pinned) {
        this.pinned = pinned;
    }

    void take(Reading reading) {
        Entry before = players.get(reading.player().id());
        boolean wasPlaying = before != null && before.reading.isPlaying();
        double started = before == null ? Double.NEGATIVE_INFINITY : before.startedAt;
        double last = before == null ? Double.NEGATIVE_INFINITY : before.lastPlaying;
        // A player that has just stopped played until this moment.
        boolean counts = reading.isPlaying() || wasPlaying;
        players.put(
                reading.player().id(),
                new Entry(
                        reading,
                        reading.isPlaying() && !wasPlaying ? reading.atMs() : started,
                        counts ? reading.atMs() : last));
    }

    void gone(Player player) {
        players.remove(player.id());
    }

    /** The reading that leads; empty when no player has anything. */
    Optional<Reading> lead(double at) {
        now = at;
        Entry kept = players.get(current);
        Entry best = kept != null && isLoyal(kept) && !pinnedCalls() ? kept : best();
        current = best == null ? "" : best.reading.player().id();
        return Optional.ofNullable(best).map(Entry::reading);
    }

    /** When another player may take over although none said anything new; else infinite. */
    double wakeAt() {
        Entry kept = players.get(current);
        boolean rival = players.values().stream().anyMatch(entry -> entry.reading.isPlaying());
        return kept != null && !kept.reading.isPlaying() && rival
                ? Math.max(now, kept.lastPlaying + LOYALTY)
                : Double.POSITIVE_INFINITY;
    }

    private boolean isLoyal(Entry entry) {
        return entry.reading.isPlaying() || now < entry.lastPlaying + LOYALTY;
    }

    private boolean pinnedCalls() {
        return players.values().stream().anyMatch(this::isPinned);
    }

    private boolean isPinned(Entry entry) {
        return !pinned.isEmpty()
                && entry.reading.player().name().equals(pinned)
                && entry.reading.status() != Reading.Status.STOPPED;
    }

    private @Nullable Entry best() {
        return players.values().stream().max(order()).orElse(null);
    }

    private Comparator<Entry> order() {
        return Comparator.comparing(this::isPinned)
                .thenComparing(entry -> entry.reading.isPlaying())
                .thenComparing(entry -> entry.reading.status() != Reading.Status.STOPPED)
                .thenComparing(this::speaksForABrowser)
                .thenComparingDouble(Entry::startedAt)
                .thenComparing(entry -> !entry.reading.player().kind().isBrowser())
                .thenComparing(entry -> entry.reading.player().id().equals(current));
    }

    /** Only against a browser: a bridge is no better than a dedicated player. */
    private boolean speaksForABrowser(Entry entry) {
        return entry.reading.player().kind() != Player.Kind.BROWSER || !hasBridge();
    }

    private boolean hasBridge() {
        return players.values().stream()
                .anyMatch(e -> e.reading.player().kind() == Player.Kind.BROWSER_BRIDGE);
    }
}
