package dev.downbeat.engine.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes a record of any type from a seed, whatever it is made of. */
final class Samples {
    private static final List<String> TEXTS =
            List.of("", "Кино \"Звезда\"", "a\u0000b\\\n", "\u202Efeed", "🎵", "plain");

    private final Random random;

    Samples(long seed) {
        this.random = new Random(seed);
    }

    Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isSealed()) {
            Class<?>[] members = plain.getPermittedSubclasses();
            return of(members[random.nextInt(members.length)]);
        }
        if (plain.isEnum()) {
            Object[] constants = plain.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        return plain.isRecord() ? record(plain) : value(plain);
    }

    private Object container(ParameterizedType generic) {
        Object first = of(generic.getActualTypeArguments()[0]);
        Class<?> raw = (Class<?>) generic.getRawType();
        if (raw == List.class) {
            return List.of(first, of(generic.getActualTypeArguments()[0]));
        }
        if (raw == Set.class) {
            return Set.of(first);
        }
        if (raw == Map.class) {
            return Map.of(first, of(generic.getActualTypeArguments()[1]));
        }
        if (raw == Optional.class) {
            return Optional.of(first);
        }
        throw new IllegalArgumentException("No sample of " + generic);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            return constructor.newInstance(
                    Arrays.stream(components).map(one -> of(one.getGenericType())).toArray());
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException fault) {
            throw new IllegalArgumentException("No sample of " + type, fault);
        }
    }

    private Object value(Class<?> type) {
        return switch (type.getName()) {
            case "java.lang.String" -> TEXTS.get(random.nextInt(TEXTS.size()));
            case "long", "java.lang.Long" -> random.nextLong();
            case "int" -> random.nextInt(1_000_000);
            case "double" -> random.nextDouble();
            case "boolean" -> random.nextBoolean();
            case "java.time.Duration" -> Duration.ofNanos(random.nextLong(1L << 60));
            case "java.time.Instant" ->
                    Instant.ofEpochSecond(random.nextLong(1L << 33), random.nextInt(1_000_000_000));
            default -> throw new IllegalArgumentException("No sample of " + type);
        };
    }
}
