package dev.downbeat.companion.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.fake.SyncServer;
import dev.downbeat.companion.home.Link;
import dev.downbeat.companion.home.LinkFile;

import org.junit.jupiter.api.Test;
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
        assertTrue(out().endsWith("off  mpv   Fake player"), out());
    }

    /** Until the server refuses the token. */
    private void host(String running) throws Exception {
        try (SyncServer server = SyncServer.start()) {
            new LinkFile(folders.link())
                    .write(new Link(server.address(), "no such token, no such", "host:1", "Mila"));
            Desk desk = desk(List.of(new Running(running)));

            assertEquals(Exit.NOT_LINKED.code(), Commands.run(List.of("host"), desk));
        }
    }

    @Test
    void whoHostsWithoutAnEnabledPlayerThatRunsIsToldWhichDoes() throws Exception {
        assertEquals(0, run("players", "enable", "nosuch"));

        host("mpv");

        assertTrue(out().contains("Running, but not enabled: mpv."), out());
    }

    @Test
    void whoHostsWithAPlayerThatRunsNeedsNoHint() throws Exception {
        assertEquals(0, run("players", "enable", "mpv"));

        host("mpv");

        assertFalse(out().contains("not enabled"), out());
    }
}
