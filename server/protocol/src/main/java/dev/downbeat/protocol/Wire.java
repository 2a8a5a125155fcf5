package dev.downbeat.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Turns messages into JSON and back. An unknown field is tolerated, an unknown type refused;
 * missing text is empty and a missing number is 0. Safe for any thread.
 */
public final class Wire {
    /** In characters; a longer frame is refused before it is parsed. */
    public static final int MAX_MESSAGE_LENGTH = 64 * 1024;

    /** In characters, of any text in a message, wanted or not. */
    private static final int MAX_TEXT_LENGTH = 16 * 1024;

    /** In characters, about, of any field's name; ours have 20 at most. */
    private static final int MAX_NAME_LENGTH = 256;

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .addModule(new SimpleModule().addDeserializer(double.class, new FiniteNumber()))
                    .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(16)
                                .maxNameLength(MAX_NAME_LENGTH)
                                .maxStringLength(MAX_TEXT_LENGTH)
                                .maxNumberLength(40)
                                .build());
    }

    private Wire() {}

    public static String write(ClientMessage message) {
        return write((Object) message);
    }

    public static String write(ServerMessage message) {
        return write((Object) message);
    }

    /**
     * @throws BadMessage when it is no message of this protocol
     */
    public static ClientMessage readClient(String json) throws BadMessage {
        return read(json, ClientMessage.class);
    }

    /**
     * @throws BadMessage when it is no message of this protocol
     */
    public static ServerMessage readServer(String json) throws BadMessage {
        return read(json, ServerMessage.class);
    }

    private static String write(Object message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message that cannot be written", e);
        }
    }

    private static <T> T read(String json, Class<T> type) throws BadMessage {
        if (json.length() > MAX_MESSAGE_LENGTH) {
            throw new BadMessage("longer than " + MAX_MESSAGE_LENGTH + " characters");
        }
        try {
            if (json.length() > MAX_TEXT_LENGTH) {
                checkTexts(json);
            }
            T message = JSON.readValue(json, type);
            if (message == null) {
                throw new BadMessage("null is no message");
            }
            return message;
        } catch (JsonProcessingException e) {
            throw new BadMessage("not a message of this protocol");
        }
    }

    /** Jackson measures no text that it passes over or puts aside until it knows the type. */
    private static void checkTexts(String json) throws BadMessage, JsonProcessingException {
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && parser.getTextLength() > MAX_TEXT_LENGTH) {
                    throw new BadMessage("a text longer than " + MAX_TEXT_LENGTH + " characters");
                }
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot be read", e);
        }
    }
}
