package dev.downbeat.bot.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.bot.words.Position.Typed;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class PositionTest {
    private static Optional<Typed> at(long seconds) {
        return Optional.of(new Typed.At(Duration.ofSeconds(seconds)));
    }

    private static Optional<Typed> by(long seconds) {
        return Optional.of(new Typed.By(Duration.ofSeconds(seconds)));
    }

    @Test
    void placesAreReadAsPeopleWriteThem() {
        assertEquals(at(83), Position.parse("1:23"));
        assertEquals(at(83), Position.parse(" 83 "));
        assertEquals(at(3_723), Position.parse("1:02:03"));
    }

    @Test
    void aSignMakesItADistance() {
        assertEquals(by(15), Position.parse("+15"));
        assertEquals(by(-10), Position.parse("-10"));
        assertEquals(by(-90), Position.parse("-1:30"));
    }

    @Test
    void anythingElseIsNotUnderstood() {
        for (String text : new String[] {"", "soon", "1:", ":1", "1:2:3:4", "1.5", "--1"}) {
            assertEquals(Optional.empty(), Position.parse(text), text);
        }
    }

    @Test
    void partsThatBelongIntoALargerOneAreRefusedAndALoneOneIsNot() {
        for (String text : new String[] {"1:75", "1:60", "1:100", "1:60:00", "1:02:60", "+1:75"}) {
            assertEquals(Optional.empty(), Position.parse(text), text);
        }
        assertEquals(at(119), Position.parse("1:59"));
        assertEquals(at(5_400), Position.parse("90:00"));
        assertEquals(at(90), Position.parse("90"));
        assertEquals(at(7_199), Position.parse("1:59:59"));
    }

    @Test
    void placesAreWrittenShort() {
        assertEquals("1:23", Position.write(Duration.ofSeconds(83)));
        assertEquals("1:02:03", Position.write(Duration.ofSeconds(3_723)));
        assertEquals("0:00", Position.write(Duration.ofSeconds(-5)));
    }
}
