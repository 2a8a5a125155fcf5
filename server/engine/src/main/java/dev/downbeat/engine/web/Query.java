package dev.downbeat.engine.web;

import java.util.Map;

/**
 * A parameter behind the question mark.
 *
 * @param schema what {@code /openapi.json} says of it
 */
record Query(String name, Map<String, Object> schema, long least, long most, int usual) {
    static Query text(String name) {
        return new Query(name, Map.of("type", "string"), 0, 0, 0);
    }

    /**
     * A whole number.
     *
     * @param usual what it is when left out
     */
    static Query number(String name, int least, int most, int usual) {
        Map<String, Object> schema =
                Map.of("type", "integer", "minimum", least, "maximum", most, "default", usual);
        return new Query(name, schema, least, most, usual);
    }
}
