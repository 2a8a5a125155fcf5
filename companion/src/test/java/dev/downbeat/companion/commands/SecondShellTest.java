package dev.downbeat.companion.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.downbeat.companion.control.Door;
import dev.downbeat.companion.fake.SyncServer;
import dev.downbeat.companion.home.Link;
import dev.downbeat.companion.home.LinkFile;
import dev.downbeat.companion.hosting.HostStatus;
import dev.downbeat.protocol.ClientMessage.Host;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What is said in a second shell while a companion hosts. */
class SecondShellTest extends Shell {
    private static String status(boolean online, String party, String state) throws Exception {
        return json(
                new HostStatus(
                        "https://party.example",
                        "Mila",
                        online,
                        -1,
                        "",
                        "",
                        "",
                        "",
                        "",
                        party,
                        state,
                        "follow",
                        "",
                        false,
                        0,
                        0));
    }

    private static String status(String doing, String title, String artist) throws Exception {
        return json(
                new HostStatus(
                        "https://party.example",
                        "Mila",
                        true,
                        -1,
                        "mpv",
                        "local player",
                        doing,
                        title,
                        artist,
                        "Friday",
                        "silent",
                        "follow",
                        "",
                        false,
                        0,
                        0));
    }

    private static String status(
            boolean online, String mode, String search, boolean uploads, int folders, double again)
            throws Exception {
        return json(
                new HostStatus(
                        "https://party.example",
                        "Mila",
                        online,
                        -1,
                        "mpv",
                        "local player",
                        "playing",
                        "Peremen",
                        "Kino",
                        online ? "Friday" : "",
                        online ? "playing" : "",
                        mode,
                        search,
                        uploads,
                        folders,
                        again));
    }

    private static String json(HostStatus status) throws Exception {
        return new ObjectMapper().writeValueAsString(status);
    }

    private String statusOf(boolean online, String party, String state) throws Exception {
        return statusOf(status(online, party, state));
    }

    private String statusOf(String line) throws Exception {
        out.reset();
        Files.createDirectories(folders.runtime());
        try (Door _ = Door.open(folders.socket(), (_, answer) -> answer.println(line))) {
            assertEquals(0, run("status"));
        }
        return out();
    }

    @Test
    void statusSaysWhetherThereIsAParty() throws Exception {
        String party = statusOf(true, "Friday", "playing");
        String none = statusOf(true, "", "");
        String unreachable = statusOf(false, "", "");

        assertTrue(party.endsWith("Party:   \"Friday\": it is playing"), party);
        assertTrue(none.endsWith("Party:   none goes on now"), none);
        assertTrue(unreachable.endsWith("not known while there is no connection"), unreachable);
    }

    @ParameterizedTest
    @CsvSource({
        "playing, it is playing",
        "paused, it is paused",
        "buffering, it is getting the track ready",
        "silent, nothing is playing in it",
        "dancing, it goes on",
    })
    void whatThePartyDoesIsSaidInASentence(String state, String words) throws Exception {
        String said = statusOf(true, "Friday", state);

        assertTrue(said.endsWith("\"Friday\": " + words), said);
    }

    @ParameterizedTest
    @CsvSource({
        "playing, Peremen, Kino, mpv plays Kino - Peremen",
        "paused, Peremen, '', mpv is paused: Peremen",
        "paused, '', '', mpv is paused: a track without a name",
        "stopped, Peremen, Kino, mpv has stopped",
        "other_speed, Peremen, Kino, mpv plays Kino - Peremen at another speed; the party waits"
                + " until it is at normal speed",
    })
    void whatThePlayerDoesIsSaidInASentence(String doing, String title, String artist, String words)
            throws Exception {
        String said = statusOf(status(doing, title, artist));

        assertTrue(said.lines().anyMatch(("Player:  " + words)::equals), said);
    }

    @Test
    void aPartyThatPlaysItsQueueIsSaidToDoSo() throws Exception {
        String said = statusOf(status(true, "queue", "not_found", false, 0, 0));

        assertTrue(
                said.endsWith("\"Friday\" plays its queue, not this player: it is playing"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 2, Uploads: on; folders shared: 2",
        "false, 0, Uploads: off; folders shared: 0",
    })
    void whetherFilesMayBeSentIsSaid(boolean uploads, int folders, String line) throws Exception {
        String said = statusOf(status(true, "follow", "", uploads, folders, 0));

        assertTrue(said.lines().anyMatch(line::equals), said);
    }

    @ParameterizedTest
    @CsvSource({
        "false, 0, 'To send its file: downbeat-companion uploads on, and downbeat-companion folders"
                + " add FOLDER'",
        "false, 1, To send its file: downbeat-companion uploads on",
        "true, 0, To send its file: downbeat-companion folders add FOLDER",
        "true, 1, Is its file in a folder that you share? See downbeat-companion folders",
    })
    void aTrackThatIsNotFoundComesWithTheNextStep(boolean uploads, int folders, String step)
            throws Exception {
        String said = statusOf(status(true, "follow", "not_found", uploads, folders, 0));

        assertTrue(said.endsWith("The party did not find this track. " + step), said);
    }

    @Test
    void withoutAConnectionItIsSaidWhenTheNextTryComes() throws Exception {
        String waiting = statusOf(status(false, "", "", false, 0, 29_001));
        String trying = statusOf(status(false, "", "", false, 0, 0));

        assertTrue(waiting.contains("not connected; the next try comes in 30 s"), waiting);
        assertTrue(trying.contains("not connected; trying now"), trying);
    }

    @Test
    void aTracksNameCannotForgeALineOfTheStatus() throws Exception {
        String said = statusOf(status("playing", "a\nParty:   \"Other\"\u009b", "Ki\u202eno"));

        assertTrue(said.contains("mpv plays Ki no - a Party:   \"Other\" "), said);
        assertEquals(4, said.lines().count(), said);
    }

    @Test
    void whoLeavesWithoutAPartyIsNotToldThatOneGoesOn() throws Exception {
        try (SyncServer server = SyncServer.start()) {
            new LinkFile(folders.link())
                    .write(new Link(server.address(), SyncServer.TOKEN, "host:1", "Mila"));
            assertEquals(0, run("players", "enable", "mpv"));
            CompletableFuture<Integer> hosting = new CompletableFuture<>();
            Thread _ = Thread.ofVirtual().start(() -> host(hosting));
            Host _ = server.await(Host.class);

            assertEquals(0, run("leave"));

            assertEquals(0, hosting.get(20, TimeUnit.SECONDS));
        }
        assertTrue(out().contains("Left."), out());
        assertFalse(out().contains("goes on"), out());
    }

    @Test
    void whoLeavesAPartyFromAnotherShellIsToldThatItGoesOn() throws Exception {
        Files.createDirectories(folders.runtime());
        String line = status(true, "Friday", "playing");
        try (Door _ = Door.open(folders.socket(), (_, answer) -> answer.println(line))) {
            assertEquals(0, run("leave"));
        }

        assertEquals("Left. The party goes on by itself.", out());
    }

    @Test
    void whoLeavesASilentPartyIsToldHowItsQueueStarts() throws Exception {
        Files.createDirectories(folders.runtime());
        String line = status(true, "Friday", "silent");
        try (Door _ = Door.open(folders.socket(), (_, answer) -> answer.println(line))) {
            assertEquals(0, run("leave"));
        }

        assertTrue(out().startsWith("Left. Nothing plays in the party"), out());
        assertTrue(out().contains("/resume"), out());
        assertFalse(out().contains("goes on by itself"), out());
    }

    private void host(CompletableFuture<Integer> code) {
        try {
            code.complete(run("host"));
        } catch (InterruptedException e) {
            code.completeExceptionally(e);
        }
    }
}
