package dev.downbeat.companion.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** What is said to somebody who mistypes a name. */
class PlayersCommandTest extends Shell {
    @ParameterizedTest
    @CsvSource({"mvp", "MPV", "mpvv", "mpv-player"})
    void aSlipInAPlayersNameIsAskedAbout(String typed) throws InterruptedException {
        Desk desk = desk(List.of(new Running("mpv")));

        assertEquals(0, Commands.run(List.of("players", "enable", typed), desk));

        assertTrue(out().contains(typed + " is not running; did you mean mpv?"), out());
    }

    @ParameterizedTest
    @CsvSource({"vlc", "audacious"})
    void anotherPlayersNameIsNoSlip(String typed) throws InterruptedException {
        Desk desk = desk(List.of(new Running("mpv")));

        assertEquals(0, Commands.run(List.of("players", "enable", typed), desk));

        assertTrue(out().contains(typed + " is not running now"), out());
    }
}
