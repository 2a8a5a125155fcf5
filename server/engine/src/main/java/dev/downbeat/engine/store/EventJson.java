package dev.downbeat.engine.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;

import dev.downbeat.party.PartyEvent;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;

/**
 * Events as JSON: {@code type} is the record's simple name, instants and durations are ISO 8601
 * text, ids are bare values. Unknown fields are ignored, an unknown type is refused. The party
 * itself knows nothing of this. Safe for any thread.
 */
final class EventJson {
    private final ObjectMapper json;

    EventJson() {
        json =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .addModule(new IsoTimes())
                        .build();
        new Walk(json).over(PartyEvent.class);
    }

    String write(PartyEvent event) {
        try {
            return json.writerFor(PartyEvent.class).writeValueAsString(event);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(
                    "No JSON for " + event.getClass().getSimpleName(), fault);
        }
    }

    PartyEvent read(String text) {
        try {
            return json.readValue(text, PartyEvent.class);
        } catch (JsonProcessingException fault) {
            fault.clearLocation();
            throw new IllegalStateException("An event in the log cannot be read", fault);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Named {}

    private abstract static class TextId {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        TextId(@SuppressWarnings("unused") String value) {}

        @JsonValue
        abstract String value();
    }

    private abstract static class NumberId {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        NumberId(@SuppressWarnings("unused") long value) {}

        @JsonValue
        abstract long value();
    }

    /** Tells the mapper of every sealed family that can be reached from the events. */
    private static final class Walk {
        private final Set<Type> seen = new HashSet<>();
        private final ObjectMapper json;

        Walk(ObjectMapper json) {
            this.json = json;
        }

        void over(Type type) {
            if (!seen.add(type)) {
                return;
            }
            if (type instanceof ParameterizedType generic) {
                for (Type argument : generic.getActualTypeArguments()) {
                    over(argument);
                }
            } else if (type instanceof Class<?> plain) {
                overClass(plain);
            }
        }

        private void overClass(Class<?> type) {
            if (type.isSealed()) {
                json.addMixIn(type, Named.class);
                for (Class<?> member : type.getPermittedSubclasses()) {
                    json.registerSubtypes(new NamedType(member, member.getSimpleName()));
                    over(member);
                }
            } else if (type.isRecord()) {
                overRecord(type.getRecordComponents(), type);
            }
        }

        private void overRecord(RecordComponent[] components, Class<?> type) {
            if (components.length == 1 && components[0].getName().equals("value")) {
                boolean number = components[0].getType() == long.class;
                json.addMixIn(type, number ? NumberId.class : TextId.class);
            }
            for (RecordComponent component : components) {
                over(component.getGenericType());
            }
        }
    }
}
