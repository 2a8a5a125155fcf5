package dev.downbeat.engine.web;

import java.util.function.Supplier;

/**
 * One part of {@code GET /health}.
 *
 * @param name as it stands in the JSON, snake case
 * @param weight whether the server is ready without it
 * @param state asked at each call, by any thread; must not wait
 */
public record HealthPart(String name, Weight weight, Supplier<State> state) {

    /** Whether the server counts as ready while this part is not well. */
    public enum Weight {
        NEEDED,
        INFORMATIVE
    }

    /**
     * @param detail for an operator: a version, a count, why not
     */
    public record State(boolean well, String detail) {}
}
