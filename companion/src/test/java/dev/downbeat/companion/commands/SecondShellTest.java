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

import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What is said in a second shell while a companion hosts. */
class SecondShellTest extends Shell {
    private static String status(boolean online, String party, String state) throws Exception {
        return new ObjectMapper()
                .writeValueAsString(
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
                                state));
    }

    private String statusOf(boolean online, String party, String state) throws Exception {
        String line = status(online, party, state);
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

        assertTrue(party.endsWith("Party:   Friday, playing"), party);
        assertTrue(none.endsWith("Party:   none goes on now"), none);
        assertTrue(unreachable.endsWith("not known while there is no connection"), unreachable);
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

    private void host(CompletableFuture<Integer> code) {
        try {
            code.complete(run("host"));
        } catch (InterruptedException e) {
            code.completeExceptionally(e);
        }
    }
}
