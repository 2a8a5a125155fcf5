package dev.downbeat.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A change of the queue.
 *
 * @param name {@code add}, {@code remove} or {@code move}
 * @param query what to add; else empty
 * @param item what to remove or move; else 0
 * @param index where to move to, from 0; else 0
 */
public record WireChange(String name, String query, long item, int index) {
    private static final WireChange NONE = new WireChange("", "", 0, 0);

    public WireChange {
        name = Words.orEmpty(name);
        query = Words.orEmpty(query);
    }

    static WireChange orNone(@Nullable WireChange change) {
        return change == null ? NONE : change;
    }
}
