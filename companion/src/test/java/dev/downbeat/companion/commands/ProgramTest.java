package dev.downbeat.companion.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.fake.FakePlayer;
import dev.downbeat.companion.fake.PrivateBus;
import dev.downbeat.companion.fake.SyncServer;
import dev.downbeat.protocol.ClientMessage.Bye;
import dev.downbeat.protocol.ClientMessage.Host;
import dev.downbeat.protocol.ClientMessage.Report;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The program as its user has it: its own process, its own main, from link to leave. */
@Timeout(120)
class ProgramTest {
    @TempDir private Path folder;
    private PrivateBus bus;
    private SyncServer server;
    private Terminal terminal;

    @BeforeEach
    void open() throws Exception {
        bus = PrivateBus.start(folder);
        server = SyncServer.start();
        terminal = new Terminal(folder, bus.address());
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        bus.close();
    }

    private void link() throws Exception {
        Terminal.Result linked =
                terminal.run("link", "abcd-2345", "--server", server.address().toString());
        assertEquals(0, linked.code(), linked.out());
    }

    @Test
    void fromLinkToLeave() throws Exception {
        link();
        Terminal.Result refused = terminal.run("host");
        assertEquals(Exit.NO_PLAYER.code(), refused.code(), refused.out());

        try (FakePlayer player = new FakePlayer(bus.address(), "mpv")) {
            player.metadata(FakePlayer.track("Peremen", "Kino", 290_000)).status("Playing");
            assertTrue(terminal.run("players").out().contains("off  mpv   Fake player"));
            assertEquals(0, terminal.run("players", "enable", "mpv").code());
            assertTrue(terminal.run("players").out().contains("on   mpv   Fake player"));
            assertFalse(server.everything().contains("Peremen"), "nothing leaves before host");

            Process host = terminal.start("host");
            Host _ = server.await(Host.class);
            Report _ = server.await(Report.class, r -> r.track().title().equals("Peremen"));

            assertEquals(Exit.WRONG_MOMENT.code(), terminal.run("host").code());
            Terminal.Result status = terminal.run("status");
            assertTrue(status.out().contains("Kino - Peremen"), status.out());
            assertEquals(0, terminal.run("leave").code());
            Bye _ = server.await(Bye.class);
            assertTrue(host.waitFor(10, TimeUnit.SECONDS));
            assertEquals(0, host.exitValue());
        }
        assertEquals(Exit.WRONG_MOMENT.code(), terminal.run("status").code());
        String sent = terminal.run("--show-sent").out();
        assertTrue(sent.contains("\"title\":\"Peremen\""), sent);
        assertFalse(sent.contains(SyncServer.TOKEN));
    }

    @Test
    void theLanguageIsThatOfTheEnvironmentAlsoWithoutDataOfItsLocale() throws Exception {
        terminal.set("DOWNBEAT_COMPANION_LANGUAGE", "");
        terminal.set("LC_ALL", "ru_RU.UTF-8");

        String help = terminal.run("--help").out();

        assertTrue(help.startsWith("Использование"), help);
        assertTrue(help.contains("DOWNBEAT_COMPANION_LANGUAGE"), help);
    }

    @Test
    void disablingThePlayerWhileHostingTakesItBack() throws Exception {
        link();
        assertEquals(0, terminal.run("players", "enable", "mpv").code());
        try (FakePlayer player = new FakePlayer(bus.address(), "mpv")) {
            player.metadata(FakePlayer.track("Peremen", "Kino", 290_000)).status("Playing");
            Process host = terminal.start("host");
            Report _ = server.await(Report.class, r -> r.status().equals("playing"));

            assertEquals(0, terminal.run("players", "disable", "mpv").code());

            Report _ = server.await(Report.class, r -> r.status().equals("stopped"));
            host.destroy();
            Bye _ = server.await(Bye.class);
            assertTrue(host.waitFor(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aDeadCompanionsSocketIsNoObstacle() throws Exception {
        link();
        assertEquals(0, terminal.run("players", "enable", "mpv").code());
        Process killed = terminal.start("host");
        Host _ = server.await(Host.class);
        killed.destroyForcibly().waitFor();
        assertTrue(Files.exists(folder.resolve("runtime/control.sock")));

        Process host = terminal.start("host");
        Host _ = server.await(Host.class);

        assertEquals(0, terminal.run("leave").code());
        assertTrue(host.waitFor(10, TimeUnit.SECONDS));
    }
}
