package dev.downbeat.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

import java.io.IOException;

/**
 * Reads a number with fraction and refuses what is none: text, NaN, and what is too large to be
 * finite (Jackson makes an infinity of it).
 */
final class FiniteNumber extends StdDeserializer<Double> {
    private static final long serialVersionUID = 1;

    FiniteNumber() {
        super(double.class);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            return (Double) context.handleUnexpectedToken(getValueType(), parser);
        }
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            return (Double) context.handleWeirdNumberValue(double.class, value, "not finite");
        }
        return value;
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
        return 0.0;
    }
}
