package dev.downbeat.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonSubTypes;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;

/** What a message leaves out is empty, 0, false or nothing; never null. */
class WireDefaultsTest {

    @TestFactory
    Stream<DynamicTest> aBareMessageHasNoNulls() {
        Stream<DynamicTest> client =
                names(ClientMessage.class)
                        .map(n -> test(n, () -> assertNoNulls(Wire.readClient(bare(n)))));
        Stream<DynamicTest> server =
                names(ServerMessage.class)
                        .map(n -> test(n, () -> assertNoNulls(Wire.readServer(bare(n)))));
        return Stream.concat(client, server);
    }

    @Test
    void explicitNullsAreTheSameAsLeavingOut() throws BadMessage {
        String nulls =
                """
                {"type":"playback_report","seq":null,"captured_at":null,"track":null,
                 "status":null,"position_known":null,"rate":null,"source":null}\
                """;

        assertEquals(Wire.readClient(bare("playback_report")), Wire.readClient(nulls));
    }

    @Test
    void nullsInsideAnItemAreEmptyToo() throws BadMessage {
        ServerMessage update =
                Wire.readServer(
                        """
                        {"type":"playlist_update","items":[{"item":3,"track":{"title":null}}]}\
                        """);

        assertEquals(
                new WireItem(3, WireTrack.UNKNOWN, "", "", ""),
                ((ServerMessage.PlaylistUpdate) update).items().getFirst());
    }

    @Test
    void aPingWithoutAnEstimateIsNotMeasured() throws BadMessage {
        ClientMessage.Ping old = (ClientMessage.Ping) Wire.readClient(bare("ping"));

        assertFalse(old.measured());
        assertFalse(new ClientMessage.Ping(1, 5, 0, -1).measured());
        assertTrue(new ClientMessage.Ping(1, 5, -3, 0.2).measured());
    }

    @Test
    void longTextIsCutButNoCharacterIsHalved() {
        String title = "a".repeat(WireTrack.MAX_TEXT - 1) + "🎵🎵";

        WireTrack track = new WireTrack(title, "b".repeat(4_000), "", -5);

        assertEquals("a".repeat(WireTrack.MAX_TEXT - 1), track.title());
        assertEquals(WireTrack.MAX_TEXT, track.artist().length());
        assertEquals(0, track.durationMs());
    }

    @Test
    void aCloseCodeSaysWhatToDoNext() {
        assertEquals(CloseCode.Then.STOP, CloseCode.of(4409).orElseThrow().then());
        assertEquals(CloseCode.Then.RECONNECT, CloseCode.of(1001).orElseThrow().then());
        assertTrue(CloseCode.of(4999).isEmpty());
    }

    private static Stream<String> names(Class<?> words) {
        return Arrays.stream(words.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name);
    }

    private static String bare(String name) {
        return "{\"type\":\"" + name + "\"}";
    }

    private static DynamicTest test(String name, org.junit.jupiter.api.function.Executable body) {
        return DynamicTest.dynamicTest(name, body);
    }

    private static void assertNoNulls(Object message) throws ReflectiveOperationException {
        for (RecordComponent part : message.getClass().getRecordComponents()) {
            part.getAccessor().setAccessible(true);
            Object value = part.getAccessor().invoke(message);
            assertNotNull(value, part.getName());
            if (value instanceof Record inner) {
                assertNoNulls(inner);
            }
        }
    }
}
