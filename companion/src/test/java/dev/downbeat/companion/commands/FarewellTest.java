package dev.downbeat.companion.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.companion.hosting.HostStatus;
import dev.downbeat.companion.words.Text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Said by the shell that leaves and by the one that hosted. */
class FarewellTest {
    @ParameterizedTest
    @CsvSource({
        "playing, LEFT",
        "paused, LEFT",
        "silent, LEFT_SILENT",
        "'', LEFT_NO_PARTY",
    })
    void itTellsWhatBecomesOfTheParty(String state, Text words) {
        HostStatus status =
                new HostStatus(
                        "https://party.example",
                        "Mila",
                        true,
                        -1,
                        "",
                        "",
                        "",
                        "",
                        "",
                        "Friday",
                        state,
                        "follow",
                        "",
                        false,
                        0,
                        0);

        assertEquals(words, Farewell.of(status));
    }
}
