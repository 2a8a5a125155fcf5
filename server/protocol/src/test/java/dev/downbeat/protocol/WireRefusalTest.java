package dev.downbeat.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no message of this protocol is refused by one exception that repeats none of it. */
class WireRefusalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "7",
                "\"ping\"",
                "{",
                "{\"type\":\"ping\"",
                "{\"type\":\"ping\"} {\"type\":\"ping\"}",
                "{\"type\":\"ping\"}garbage",
                "{\"type\":null}",
                "{\"type\":7}",
                "{\"type\":\"no such thing\"}",
                "{\"type\":\"java.lang.Runtime\"}",
                "{\"type\":\"pong\"}",
                "{\"type\":\"ping\",\"type\":\"bye\"}",
                "{\"type\":\"ping\",\"id\":1,\"id\":2}",
                "{\"type\":\"ping\",\"id\":1.5}",
                "{\"type\":\"ping\",\"id\":\"1\"}",
                "{\"type\":\"ping\",\"id\":99999999999999999999}",
                "{\"type\":\"ping\",\"client_time\":NaN}",
                "{\"type\":\"ping\",\"client_time\":Infinity}",
                "{\"type\":\"ping\",\"client_time\":\"NaN\"}",
                "{\"type\":\"ping\",\"client_time\":\"1.0\"}",
                "{\"type\":\"ping\",\"client_time\":1e999}",
                "{\"type\":\"ping\",\"client_time\":-1e999}",
                "{\"type\":\"ping\",\"client_time\":[1]}",
                "{\"type\":\"ping\",\"client_time\":123456789012345678901234567890123456789012345}",
                "{\"type\":\"host\",\"uploads\":\"true\"}",
                "{\"type\":\"host\",\"uploads\":1}",
                "{\"type\":\"playback_report\",\"track\":\"title\"}",
                "{\"type\":\"playback_report\",\"track\":{\"title\":{}}}",
            })
    void isRefused(String json) {
        assertThrows(BadMessage.class, () -> Wire.readClient(json));
    }

    @Test
    void deepNestingIsRefusedEvenInAnUnknownField() {
        String deep = "[".repeat(1_000) + "]".repeat(1_000);

        assertThrows(
                BadMessage.class,
                () -> Wire.readClient("{\"type\":\"bye\",\"extra\":" + deep + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'bye','%s':1}",
                "{'%s':1,'type':'bye'}",
                "{'type':'bye','extra':{'%s':1}}",
            })
    void aFieldWithAnEndlessNameIsRefusedWantedOrNot(String pattern) throws BadMessage {
        String json = pattern.replace('\'', '"');

        ClientMessage _ = Wire.readClient(json.replace("%s", "x".repeat(256)));
        for (int length : new int[] {257, 1_000, 20_000}) {
            String longer = json.replace("%s", "x".repeat(length));
            assertThrows(BadMessage.class, () -> Wire.readClient(longer), "of " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'hello','client':'%s'}",
                "{'client':'%s','type':'hello'}",
                "{'type':'bye','extra':'%s'}",
                "{'extra':{'more':['%s']},'type':'bye'}",
            })
    void aTextIsNoLongerThanAllowedWhereverItStands(String message) throws BadMessage {
        String json = message.replace('\'', '"');

        ClientMessage _ = Wire.readClient(json.replace("%s", "x".repeat(16_384)));
        assertThrows(
                BadMessage.class, () -> Wire.readClient(json.replace("%s", "x".repeat(16_385))));
    }

    @Test
    void anOversizedFrameIsRefusedBeforeItIsParsed() {
        String json = "{\"type\":\"bye\"}" + " ".repeat(Wire.MAX_MESSAGE_LENGTH);

        BadMessage refusal = assertThrows(BadMessage.class, () -> Wire.readClient(json));

        assertEquals("longer than 65536 characters", refusal.getMessage());
    }

    @Test
    void aListWithHolesIsRefused() {
        String json = "{\"type\":\"playlist_update\",\"items\":[null]}";

        assertThrows(BadMessage.class, () -> Wire.readServer(json));
    }

    @Test
    void theRefusalRepeatsNothingOfTheMessage() {
        BadMessage refusal =
                assertThrows(
                        BadMessage.class,
                        () -> Wire.readClient("{\"type\":\"<script>\",\"token\":\"secret\"}"));

        assertFalse(String.valueOf(refusal.getMessage()).contains("script"));
        assertTrue(refusal.getCause() == null, "a cause would carry the text along");
    }
}
