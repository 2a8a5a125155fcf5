package dev.downbeat.engine.store;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Instants and durations as ISO 8601 text, to the nanosecond. */
final class IsoTimes extends SimpleModule {
    @Serial private static final long serialVersionUID = 1;

    IsoTimes() {
        addSerializer(Instant.class, ToStringSerializer.instance);
        addSerializer(Duration.class, ToStringSerializer.instance);
        addDeserializer(Instant.class, new Parsed<>(Instant.class, Instant::parse));
        addDeserializer(Duration.class, new Parsed<>(Duration.class, Duration::parse));
    }

    private static final class Parsed<T> extends FromStringDeserializer<T> {
        @Serial private static final long serialVersionUID = 1;

        private final transient Function<String, T> parser;

        Parsed(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) {
            return parser.apply(text);
        }
    }
}
