package dev.downbeat.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.party.PartyEvent;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

final class EventJsonTest {
    private static final int SEEDS = 40;

    private final EventJson json = new EventJson();

    @Test
    void everyEventComesBackAsItWas() {
        for (Class<?> kind : kinds()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                PartyEvent event = (PartyEvent) new Samples(seed).of(kind);

                assertEquals(event, json.read(json.write(event)), () -> kind.getSimpleName());
            }
        }
    }

    @Test
    void theTypeIsTheSimpleName() {
        for (Class<?> kind : kinds()) {
            String text = json.write((PartyEvent) new Samples(1).of(kind));

            assertTrue(text.startsWith("{\"type\":\"" + kind.getSimpleName() + "\""), text);
        }
    }

    @Test
    void aFieldOfALaterVersionIsIgnored() {
        for (Class<?> kind : kinds()) {
            PartyEvent event = (PartyEvent) new Samples(2).of(kind);
            String later = json.write(event).replaceFirst("}$", ",\"fromLater\":[1]}");

            assertEquals(event, json.read(later));
        }
    }

    @Test
    void anUnknownTypeIsRefusedWithoutQuotingTheEvent() {
        var fault =
                assertThrows(
                        IllegalStateException.class,
                        () -> json.read("{\"type\":\"Nonsense\",\"title\":\"secret\"}"));

        assertFalse(String.valueOf(fault.getMessage()).contains("secret"));
    }

    private static List<Class<?>> kinds() {
        return kinds(PartyEvent.class).toList();
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.<Class<?>>stream(type.getPermittedSubclasses())
                        .flatMap(EventJsonTest::kinds)
                : Stream.of(type);
    }
}
