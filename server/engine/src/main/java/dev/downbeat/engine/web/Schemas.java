package dev.downbeat.engine.web;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** JSON schemas of records, by their components; each record once, under its name. */
final class Schemas {
    private final Map<String, Object> named = new TreeMap<>();

    Map<String, Object> all() {
        return Map.copyOf(named);
    }

    /** Of a body: what is {@link Asked} of each field. */
    Map<String, Object> asked(Class<?> type) {
        return of(type, true);
    }

    /** Of an answer: each field is there. */
    Map<String, Object> of(Type type) {
        return of(type, false);
    }

    private Map<String, Object> of(Type type, boolean asked) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Map.of("type", "array", "items", of(list.getActualTypeArguments()[0], asked));
        }
        if (!(type instanceof Class<?> plain)) {
            return Map.of();
        }
        if (plain.isRecord()) {
            return record(plain, asked);
        }
        return simple(plain);
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return Map.of("type", "integer", "format", "int64");
        }
        if (type == int.class || type == Integer.class) {
            return Map.of("type", "integer", "format", "int32");
        }
        if (type == double.class) {
            return Map.of("type", "number");
        }
        if (type == boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == byte[].class) {
            return Map.of("type", "string", "format", "binary");
        }
        return type == String.class ? Map.of("type", "string") : Map.of("type", "object");
    }

    private Map<String, Object> record(Class<?> type, boolean asked) {
        String name = type.getSimpleName();
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            Map<String, Object> properties = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                properties.put(Asking.name(component), field(component, asked));
            }
            named.put(
                    name,
                    Map.of(
                            "type",
                            "object",
                            "properties",
                            properties,
                            "required",
                            required(type, asked)));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static List<String> required(Class<?> type, boolean asked) {
        return Stream.of(type.getRecordComponents())
                .filter(field -> !asked || isNeeded(field.getAnnotation(Asked.class)))
                .map(Asking::name)
                .toList();
    }

    private static boolean isNeeded(@Nullable Asked asked) {
        return asked != null && asked.needed();
    }

    private Map<String, Object> field(RecordComponent field, boolean asked) {
        Map<String, Object> schema = new LinkedHashMap<>(of(field.getGenericType(), asked));
        Asked limits = field.getAnnotation(Asked.class);
        if (limits != null) {
            limit(schema, limits);
        }
        return schema;
    }

    private static void limit(Map<String, Object> schema, Asked limits) {
        if (limits.words().length > 0) {
            schema.put("enum", List.of(limits.words()));
        }
        if (limits.longest() < Integer.MAX_VALUE) {
            schema.put("maxLength", limits.longest());
        }
        if (limits.least() > Long.MIN_VALUE) {
            schema.put("minimum", limits.least());
        }
        if (limits.most() < Long.MAX_VALUE) {
            schema.put("maximum", limits.most());
        }
    }
}
